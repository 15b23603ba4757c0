package io.tidemark.market;

/// The kinds of security whose daily bars Tidemark reads.
public enum SecurityType {
    /// A stock or an exchange-traded fund.
    STOCK("STK"),
    /// An index, which has no volume and no bid or ask.
    INDEX("IND");

    private final String code;

    SecurityType(String code) {
        this.code = code;
    }

    /// IBKR's own word for it, as sent in a contract.
    public String code() {
        return code;
    }
}
