package io.tidemark.schedule;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// How the Tidemark that runs now is started again.
///
/// @param start program, and arguments that come before those of a command
/// @param javaHome the Java that it runs on
public record TidemarkProgram(List<String> start, Path javaHome) {

    /// Keeps a copy.
    public TidemarkProgram {
        start = List.copyOf(start);
    }

    /// The one of this process: an installed application, the launcher beside the jars, or else Java with its class
    /// path.
    public static TidemarkProgram ofThisProcess() {
        Path java = Path.of(System.getProperty("java.home"));
        String application = System.getProperty("jpackage.app-path");
        if (application != null) {
            return new TidemarkProgram(List.of(application), java);
        }
        return beside(ownFile(), java);
    }

    private static Path ownFile() {
        try {
            return Path.of(TidemarkProgram.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("classes come from files", e);
        }
    }

    /// The program whose classes are in a file: `bin/tidemark` beside the folder of the jar, where there is one.
    static TidemarkProgram beside(Path classes, Path java) {
        Path home = Objects.requireNonNullElse(Objects.requireNonNullElse(classes.getParent(), classes).getParent(),
                classes);
        String launcher = System.getProperty("os.name").startsWith("Windows") ? "tidemark.bat" : "tidemark";
        Path script = home.resolve("bin").resolve(launcher);
        if (Files.isRegularFile(classes) && Files.isRegularFile(script)) {
            return new TidemarkProgram(List.of(script.toString()), java);
        }
        return new TidemarkProgram(List.of(java.resolve("bin").resolve("java").toString(),
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                "io.tidemark.Main"), java);
    }

    /// The whole command line.
    List<String> with(List<String> arguments) {
        var all = new ArrayList<>(start);
        all.addAll(arguments);
        return all;
    }
}
