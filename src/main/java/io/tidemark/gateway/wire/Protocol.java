package io.tidemark.gateway.wire;

/// The versions of the protocol that Tidemark speaks.
///
/// A server answers the lower of its own newest version and the client's newest, so our newest pins every layout.
/// Below 176 daily volume may come in lots of 100 and requests lack a field; above 178 contract data gains fields,
/// and from 201 on messages turn binary.
public final class Protocol {
    /// The oldest version offered in the greeting: what long-lived clients have always offered.
    public static final int OFFERED_FROM = 157;
    /// The oldest version that is accepted once the server has answered.
    public static final int OLDEST = 176;
    /// The newest version offered and accepted.
    public static final int NEWEST = 178;

    private Protocol() {
    }

    /// Whether messages of this server version can be read and written.
    public static boolean speaks(int serverVersion) {
        return serverVersion >= OLDEST && serverVersion <= NEWEST;
    }
}
