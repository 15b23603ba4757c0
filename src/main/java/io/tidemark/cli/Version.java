package io.tidemark.cli;

import picocli.CommandLine.IVersionProvider;

/// Tells the version that the jar was built as.
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[]{"Tidemark " + text(), "Java " + Runtime.version()};
    }

    /// The version of the jar, or `development` when run from class files.
    static String text() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
