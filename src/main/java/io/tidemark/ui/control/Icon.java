package io.tidemark.ui.control;

/// The icons, each one path on a grid of 24 by 24.
public enum Icon {
    /// The overview.
    OVERVIEW("M3 3h8v8H3z M13 3h8v5h-8z M13 10h8v11h-8z M3 13h8v8H3z"),
    /// A plug.
    CONNECTION("M8 2h2v6h4V2h2v6h2v4a6 6 0 0 1-5 5.900V22h-2v-4.100A6 6 0 0 1 6 12V8h2z"),
    /// Down into a tray.
    DOWNLOAD("M11 3h2v8.900l3.400-3.400 1.400 1.400L12 15.700 6.200 9.900l1.400-1.400 3.400 3.400z M4 18h16v3H4z"),
    /// Two candles.
    REGIMES("M6 3h2v3h2v10H8v4H6v-4H4V6h2z M16 4h2v4h2v8h-2v5h-2v-5h-2V8h2z"),
    /// A target.
    POT("M12 2a10 10 0 1 0 0 20a10 10 0 1 0 0-20z M12 4.500a7.500 7.500 0 1 1 0 15a7.500 7.500 0 1 1 0-15z "
            + "M12 9a3 3 0 1 0 0 6a3 3 0 1 0 0-6z"),
    /// A learning curve.
    TRAINING("M3 3h2v16h16v2H3z M7 15l4.200-6.300 3.400 3 4.800-6.900 1.700 1.200-6.100 8.700-3.400-3L8.700 16.200z"),
    /// Rows.
    RUNS("M3 5h4v3H3z M9 5h12v3H9z M3 10.500h4v3H3z M9 10.500h12v3H9z M3 16h4v3H3z M9 16h12v3H9z"),
    /// A speech bubble.
    PREDICT("M3 3h18v13H12.500l-5 5v-5H3z M6.500 7v2h11V7z M6.500 11v2h7v-2z"),
    /// A check list.
    SETUP("M3 6.500l1.400-1.400L6 6.700l3.600-3.600L11 4.500l-5 5z M13 5.500h8v2h-8z "
            + "M3 15.500l1.400-1.400L6 15.700l3.600-3.600L11 13.500l-5 5z M13 14.500h8v2h-8z"),
    /// A question mark.
    HELP("M12 3a5 5 0 0 1 5 5c0 2.200-1.300 3.200-2.400 4.100-.9.700-1.400 1.200-1.400 2.400h-2.500"
            + "c0-2.300 1.200-3.300 2.300-4.200.9-.7 1.500-1.200 1.500-2.300a2.500 2.500 0 0 0-5 0H7a5 5 0 0 1 5-5z "
            + "M10.600 17h2.800v2.800h-2.800z"),
    /// A cross.
    CLOSE("M5.600 4.200L12 10.600l6.400-6.400 1.400 1.400L13.400 12l6.400 6.400-1.400 1.400L12 13.400"
            + "l-6.400 6.400-1.400-1.400L10.600 12 4.200 5.600z"),
    /// A tick.
    CHECK("M9.500 15.600L19 6.100l1.700 1.700L9.500 19 3.300 12.800 5 11.100z"),
    /// A triangle with an exclamation mark.
    WARNING("M12 3L23 21H1z M11 10v5h2v-5z M11 16.500v2h2v-2z"),
    /// Start.
    PLAY("M6 3.500L20 12 6 20.500z"),
    /// Stop.
    STOP("M5 5h14v14H5z"),
    /// Once more.
    RETRY("M12 5V1.500L17.500 6 12 10.500V7.200a5.800 5.800 0 1 0 5.800 5.800H20a8 8 0 1 1-8-8z"),
    /// One back.
    PREVIOUS("M15.500 4L17 5.500 10.500 12 17 18.500 15.500 20l-8-8z"),
    /// One on.
    NEXT("M8.500 4L7 5.500 13.500 12 7 18.500 8.500 20l8-8z"),
    /// A folder.
    FOLDER("M3 5h7l2 2.500h9V19H3z"),
    /// A star.
    STAR("M12 2.500l2.900 6.200 6.700.8-5 4.600 1.300 6.700L12 17.500l-5.900 3.300 1.300-6.700-5-4.600 6.700-.8z"),
    /// Out of a tray.
    EXPORT("M11 15.500V6.800L7.600 10.200 6.200 8.800 12 3l5.800 5.800-1.400 1.400L13 6.800v8.700z M4 18h16v3H4z"),
    /// A table.
    TABLE("M3 4h18v4H3z M3 9.500h5.500v4.500H3z M10 9.500h11v4.500H10z M3 15.500h5.500V20H3z M10 15.500h11V20H10z"),
    /// A funnel.
    FILTER("M3 4h18l-7 8.500V20l-4-2.500v-5z"),
    /// A flag.
    FLAG("M5 3h2v1h12l-3 4.500 3 4.500H7v8H5z"),
    /// A gear of sliders.
    ADJUST("M3 6h9V4h2v2h7v2h-7v2h-2V8H3z M3 16h4v-2h2v2h12v2H9v2H7v-2H3z");

    private final String path;

    Icon(String path) {
        this.path = path;
    }

    String path() {
        return path;
    }
}
