// Drives a gateway with @stoqey/ib, an independent client, and prints what came back as one JSON object.
// usage: node stoqey-client.cjs <folder with node_modules> <port>
"use strict";
const path = require("node:path");

const [folder, port] = process.argv.slice(2);
const ib = require(path.join(folder, "node_modules", "@stoqey", "ib"));
const {BarSizeSetting, ConnectionState, ErrorCode, EventName, IBApi, IBApiNext, SecType, WhatToShow} = ib;

const silent = {info() {}, debug() {}, warn() {}, error() {}};
const stock = (symbol) => ({symbol, secType: SecType.STK, exchange: "SMART", currency: "USD"});
const contracts = {
    SPY: stock("SPY"), TSLA: stock("TSLA"), NVDA: stock("NVDA"), AMD: stock("AMD"),
    VIX: {symbol: "VIX", secType: SecType.IND, exchange: "CBOE", currency: "USD"},
};
const report = {errors: [], contracts: {}, bars: {}};

function connected(api) {
    return new Promise((resolve) => api.connectionState.subscribe(
        (state) => state === ConnectionState.Connected && resolve()));
}

function barsOf(api, contract) {
    return api.getHistoricalData(contract, "", "10 Y", BarSizeSetting.DAYS_ONE, WhatToShow.TRADES, 1, 1);
}

// The promise-based interface, with its watchdog polling the time.
async function first() {
    const api = new IBApiNext({host: "127.0.0.1", port: Number(port), connectionWatchdogInterval: 1, logger: silent});
    api.errorSubject.subscribe((error) => report.errors.push([error.reqId, error.code, error.error.message]));
    api.connect(11);
    await connected(api);
    report.accounts = await api.getManagedAccounts();
    report.time = await api.getCurrentTime();
    for (const [symbol, contract] of Object.entries(contracts)) {
        const rows = await api.getContractDetails(contract);
        report.contracts[symbol] = rows.map((row) => [row.contract.conId, row.contract.exchange,
            row.contract.primaryExch ?? "", row.longName, row.timeZoneId, row.minSize]);
        const bars = await barsOf(api, contract);
        report.bars[symbol] = [bars.length, bars[0], bars[bars.length - 1]];
    }
    report.head = await api.getHeadTimestamp(contracts.SPY, WhatToShow.TRADES, true, 1);
    report.openOrders = await api.getAllOpenOrders();
    const grids = await api.getSecDefOptParams("SPY", "", SecType.STK, 756733);
    report.options = grids.map((grid) => [grid.exchange, grid.multiplier, grid.expirations.length > 5,
        grid.strikes.length > 20]);
    const ticks = await api.getMarketDataSnapshot(contracts.SPY, "", false);
    report.last = ticks.get(4).value;
    try {
        await api.getContractDetails(stock("MSFT"));
    } catch (error) {
        report.unknown = error.code;
    }
    return api;
}

// The event-based interface, as another client at the same time.
function second() {
    return new Promise((resolve, reject) => {
        const api = new IBApi({host: "127.0.0.1", port: Number(port), clientId: 12});
        let count = 0;
        api.on(EventName.error, (error, code, id) => {
            if (id !== ErrorCode.NO_VALID_ID || code < 2100 || code > 2169) {
                report.errors.push([id, code, error.message]);
            }
        });
        api.on(EventName.historicalData, (id, date) => {
            if (String(date).startsWith("finished")) {
                resolve({api, count, serverVersion: api.serverVersion});
            } else {
                count++;
            }
        });
        api.on(EventName.disconnected, () => reject(new Error("the second client was disconnected")));
        api.once(EventName.nextValidId, () => api.reqHistoricalData(5, contracts.TSLA, "", "10 Y",
            BarSizeSetting.DAYS_ONE, WhatToShow.TRADES, 1, 1, false));
        api.connect();
    });
}

// A client with an id that is in use.
function third() {
    return new Promise((resolve) => {
        const api = new IBApi({host: "127.0.0.1", port: Number(port), clientId: 12});
        const seen = [];
        api.on(EventName.info, (text, code) => seen.push(code));
        api.on(EventName.error, (error, code) => seen.push(code));
        api.on(EventName.disconnected, () => resolve(seen));
        api.connect();
    });
}

async function main() {
    const one = await first();
    const two = await second();
    report.second = [two.count, two.serverVersion];
    report.third = await third();
    two.api.removeAllListeners(EventName.disconnected);
    two.api.disconnect();
    one.disconnect();
    process.stdout.write(JSON.stringify(report) + "\n", () => process.exit(0));
}

main().catch((error) => {
    console.error(error);
    process.exit(1);
});
