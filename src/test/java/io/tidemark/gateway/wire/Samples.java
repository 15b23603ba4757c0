package io.tidemark.gateway.wire;

import io.tidemark.gateway.wire.ClientMessage.HistoricalRange;
import java.math.BigDecimal;
import java.util.List;

/// At least one message of each kind.
final class Samples {
    private static final Contract SPY = Contract.plain(756733, "SPY", "STK", "SMART", "ARCA", "USD").named("SPY",
            "SPY");
    private static final Contract CALL = new Contract(0, "SPY", "OPT", "20261218", new BigDecimal("670"), "C", "100",
            "SMART", "", "USD", "", "SPY");

    private Samples() {
    }

    static List<ClientMessage> ofClient() {
        return List.of(new ClientMessage.StartApi(71, ""),
                new ClientMessage.ContractDetailsRequest(1, CALL, true, "ISIN", "US78462F1030", "e1"),
                new ClientMessage.HistoricalDataRequest(2, CALL, true,
                        new HistoricalRange("20261120-21:00:00", "1 day", "1 M", false, "TRADES"), 2, true, "a=b;"),
                new ClientMessage.CancelHistoricalData(2),
                new ClientMessage.HeadTimestampRequest(3, SPY, false, true, "TRADES", 1),
                new ClientMessage.CancelHeadTimestamp(3),
                new ClientMessage.OptionParametersRequest(4, "SPY", "", "STK", 756733),
                new ClientMessage.MarketDataTypeRequest(3),
                new ClientMessage.MarketDataRequest(5, CALL, "106", false, "x=y;"),
                new ClientMessage.CancelMarketData(5), new ClientMessage.CurrentTimeRequest(),
                new ClientMessage.IdsRequest(), new ClientMessage.ManagedAccountsRequest(),
                question(AccountTopic.POSITIONS, 0, ""), question(AccountTopic.OPEN_ORDERS, 0, ""),
                question(AccountTopic.ALL_OPEN_ORDERS, 0, ""), question(AccountTopic.COMPLETED_ORDERS, 0, ""),
                question(AccountTopic.ACCOUNT_UPDATES, 0, "DU1"),
                question(AccountTopic.ACCOUNT_UPDATES_MULTI, 8, "DU1"), question(AccountTopic.EXECUTIONS, 9, "DU1"));
    }

    static List<ServerMessage> ofServer() {
        var details = new ContractDetails(CALL.named("SPY   261218C00670000", "SPY"),
                new ContractDetails.Trading("SPY", new BigDecimal("0.01"), "LMT,MKT", "SMART,AMEX", 1, "26,26", 2,
                        new ContractDetails.Sizes(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.TEN)),
                new ContractDetails.Issuer("SPDR S&P 500 \u2013 TRUST", "", "", "", "",
                        List.of(new ContractDetails.Tag("CUSIP", "78462F103"))),
                new ContractDetails.Hours("US/Eastern", "20261123:0930-20261123:1615", "20261123:0930-20261123:1600"),
                new ContractDetails.Underlying(756733, "SPY", "STK", "202612", "20261218"));
        var bar = new HistoricalBar("20261120", new BigDecimal("663.80"), new BigDecimal("667.25"),
                new BigDecimal("661.40"), new BigDecimal("665.10"), new BigDecimal("48120034.5"),
                new BigDecimal("664.902"), 398211);
        return List.of(new ServerMessage.ManagedAccounts(List.of("DU1", "DU2")), new ServerMessage.NextValidId(7),
                ServerMessage.Notice.about(1, 200, "No security definition \u00e9"),
                new ServerMessage.ContractData(1, details), new ServerMessage.ContractDataEnd(1),
                new ServerMessage.HistoricalData(2, "a", "b", List.of(bar, bar)),
                new ServerMessage.HistoricalDataUpdate(2, bar),
                new ServerMessage.HistoricalSchedule(3, "a", "b", "US/Eastern",
                        List.of(new ServerMessage.Session("20261120-09:30:00", "20261120-16:00:00", "20261120"))),
                new ServerMessage.HeadTimestamp(4, "19930129-14:30:00"),
                new ServerMessage.OptionParameters(5, "SMART", 756733, "SPY", "100", List.of("20261218", "20270115"),
                        List.of(new BigDecimal("660"), new BigDecimal("662.5"))),
                new ServerMessage.OptionParametersEnd(5), new ServerMessage.MarketDataType(6, 3),
                new ServerMessage.TickParameters(6, new BigDecimal("0.01"), "a6", 3),
                new ServerMessage.TickPrice(6, 66, new BigDecimal("665.10"), new BigDecimal("300"), 1),
                new ServerMessage.TickSize(6, 8, new BigDecimal("48120034.5")),
                new ServerMessage.TickNumber(6, 24, new BigDecimal("0.173")),
                new ServerMessage.TickText(6, 45, "1795449600"),
                new ServerMessage.TickOption(6, 13, 0,
                        new OptionComputation(0.21, -1, Double.NaN, 0, Double.NaN, 0.4, -0.2, 665.1)),
                new ServerMessage.TickSnapshotEnd(6), new ServerMessage.CurrentTime(1_795_449_600L),
                end(AccountTopic.POSITIONS, 0, ""), end(AccountTopic.OPEN_ORDERS, 0, ""),
                end(AccountTopic.COMPLETED_ORDERS, 0, ""), end(AccountTopic.ACCOUNT_UPDATES, 0, "DU1"),
                end(AccountTopic.ACCOUNT_UPDATES_MULTI, 8, ""), end(AccountTopic.EXECUTIONS, 9, ""));
    }

    private static ClientMessage question(AccountTopic topic, int requestId, String account) {
        return new ClientMessage.AccountQuestion(topic, requestId, account);
    }

    private static ServerMessage end(AccountTopic topic, int requestId, String account) {
        return new ServerMessage.AccountEnd(topic, requestId, account);
    }
}
