package io.tidemark.market;

/// Where bars came from, carried by every artefact made of them.
///
/// Synthetic and real bars never meet in one workspace; neither do two different synthetic markets.
///
/// @param kind the kind of source
/// @param detail seed of the demo market, `host:port` of a gateway, or the CSV folder
public record DataSource(Kind kind, String detail) {

    /// The kinds of source.
    public enum Kind {
        /// The synthetic market of the demo gateway.
        DEMO,
        /// TWS or IB Gateway.
        TWS,
        /// Real bars replayed by the demo gateway from CSV files.
        REPLAY,
        /// CSV files imported without a gateway.
        CSV
    }

    /// A source written by [DataSource#text()].
    ///
    /// @throws IllegalArgumentException when the text names no kind of source
    public static DataSource parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("'" + text + "' names no data source: expected kind:detail");
        }
        var kind = Kind.valueOf(text.substring(0, colon).toUpperCase(java.util.Locale.ROOT));
        return new DataSource(kind, text.substring(colon + 1));
    }

    /// One line for manifests: `demo:42`, `tws:127.0.0.1:7497`, `csv:/home/me/bars`.
    public String text() {
        return kind.name().toLowerCase(java.util.Locale.ROOT) + ":" + detail;
    }

    /// What a person calls it, to stand after "bars of".
    public String words() {
        return switch (kind) {
            case DEMO -> "the demo market with seed " + detail;
            case TWS -> "TWS or IB Gateway at " + detail;
            case REPLAY -> "a replay of real bars at " + detail;
            case CSV -> "the CSV folder " + detail;
        };
    }

    /// Whether the bars are synthetic.
    public boolean isDemo() {
        return kind == Kind.DEMO;
    }

    /// Whether bars of both sources may lie in one workspace: both real, or both of the same demo market.
    public boolean mayMeet(DataSource other) {
        return equals(other) || !(isDemo() || other.isDemo());
    }
}
