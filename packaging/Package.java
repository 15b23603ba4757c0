import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/// Makes Tidemark into an application for the system it runs on: an image with its own Java, and an installer of it.
///
/// `mvn -Ppackages package` runs it after the jars have been gathered in `target/tidemark/lib`. It leaves
/// `target/package/image/Tidemark` and, where the system's own tool for it is installed, a `.deb`, `.dmg` or `.msi` in
/// `target/package`.
///
/// The steps: jars without the native libraries of other systems; a Java runtime of the modules needed, JavaFX among
/// them (jlink); the image (jpackage); its self-test, which proves it and records what is loaded into a cache that
/// makes later starts quick (JEP 514); the installer (jpackage, or [DebianPackage]).
final class Package {
    private static final String NAME = "Tidemark";
    private static final String MODULES = "java.desktop,java.sql,java.naming,java.management,jdk.management,"
            + "jdk.unsupported,javafx.controls,javafx.fxml";
    private static final List<String> JAVA_OPTIONS = List.of("-XX:+UseSerialGC", "-XX:-UsePerfData", "-Xms64m", "-Xmx1g",
            "--add-exports=javafx.base/com.sun.javafx.event=ALL-UNNAMED",
            "--add-exports=javafx.controls/com.sun.javafx.scene.control=ALL-UNNAMED",
            "--add-exports=javafx.controls/com.sun.javafx.scene.control.behavior=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED,javafx.graphics", "--sun-misc-unsafe-memory-access=allow",
            "-Dtidemark.installed=true");
    private static final String CACHE = "tidemark.aot";
    private static final String ABOUT = "Market-regime and probability-of-touch models for an option-trading bot";

    private final Path target;
    private final Path work;
    private final Path sources;
    private final String version;

    private Package(Path project, String version) {
        this.target = project.resolve("target");
        this.work = target.resolve("package");
        this.sources = project.resolve("packaging");
        this.version = version;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("java packaging/Package.java PROJECT_FOLDER VERSION");
        }
        new Package(Path.of(arguments[0]).toAbsolutePath(), arguments[1].replaceFirst("-.*", "")).run();
    }

    private enum OperatingSystem {
        LINUX("linux", "deb", "dpkg-deb"), MAC("macos", "dmg", "hdiutil"), WINDOWS("windows", "msi", "wix");

        private final String inJars;
        private final String installer;
        private final String tool;

        OperatingSystem(String inJars, String installer, String tool) {
            this.inJars = inJars;
            this.installer = installer;
            this.tool = tool;
        }

        static OperatingSystem here() {
            String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
            return name.startsWith("windows") ? WINDOWS : name.startsWith("mac") ? MAC : LINUX;
        }
    }

    private void run() throws IOException, InterruptedException {
        remove(work);
        Files.createDirectories(work);
        var system = OperatingSystem.here();
        gather(system);
        link();
        Path icon = icon(system);
        image(system, icon);
        Path app = appFolder(system);
        record(system, app);
        installer(system, icon);
        say("image", work.resolve("image"));
    }

    private void gather(OperatingSystem system) throws IOException {
        Path lib = target.resolve("tidemark/lib");
        copy(lib, work.resolve("input"), ".jar", 0);
        // the jars of JavaFX without a classifier are empty
        copy(lib.resolve("javafx"), work.resolve("modules"), ".jar", 10_000);
        String here = system.inJars + "/"
                + (System.getProperty("os.arch").matches("amd64|x86_64") ? "x86_64" : "aarch64");
        try (Stream<Path> jars = Files.list(work.resolve("input"))) {
            for (Path jar : jars.filter(file -> name(file).startsWith("xgboost4j")).toList()) {
                keepNatives(jar, here);
            }
        }
    }

    /// Takes the native libraries of other systems out of a jar.
    private static void keepNatives(Path jar, String here) throws IOException {
        try (FileSystem inside = FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of())) {
            Path lib = inside.getPath("/lib");
            try (Stream<Path> natives = Files.walk(lib)) {
                for (Path file : natives.filter(Files::isRegularFile)
                        .filter(file -> !file.toString().startsWith("/lib/" + here + "/")).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private void link() {
        tool("jlink", List.of("--module-path", work.resolve("modules").toString(), "--add-modules", MODULES,
                "--strip-java-debug-attributes", "--no-header-files", "--no-man-pages", "--compress", "zip-6",
                "--output", work.resolve("runtime").toString()));
    }

    private void image(OperatingSystem system, Path icon) throws IOException {
        String jar = "tidemark-" + jarVersion() + ".jar";
        var options = new ArrayList<>(List.of("--type", "app-image", "--name", NAME, "--app-version", version,
                "--description", ABOUT, "--vendor", NAME, "--input", work.resolve("input").toString(), "--main-jar",
                jar, "--main-class", "io.tidemark.Main", "--runtime-image", work.resolve("runtime").toString(),
                "--icon", icon.toString(), "--dest", work.resolve("image").toString()));
        JAVA_OPTIONS.forEach(each -> options.addAll(List.of("--java-options", each)));
        if (system == OperatingSystem.WINDOWS) {
            // a program of the window has no console there; this one is for the command line
            options.addAll(List.of("--add-launcher", "tidemark-cli=" + sources.resolve("windows/cli.properties")));
        }
        tool("jpackage", options);
    }

    private String jarVersion() throws IOException {
        try (Stream<Path> jars = Files.list(work.resolve("input"))) {
            return jars.map(Package::name).filter(jar -> jar.matches("tidemark-[0-9].*\\.jar")).findFirst()
                    .map(jar -> jar.substring("tidemark-".length(), jar.length() - ".jar".length()))
                    .orElseThrow(() -> new IOException("target/tidemark/lib holds no tidemark jar: run mvn package"));
        }
    }

    /// Runs the image's self-test, which writes the cache of loaded classes, and lets the launchers use that.
    private void record(OperatingSystem system, Path app) throws IOException, InterruptedException {
        Path cache = app.resolve(CACHE);
        Path launcher = switch (system) {
            case LINUX -> imageRoot(system).resolve("bin/" + NAME);
            case MAC -> imageRoot(system).resolve("Contents/MacOS/" + NAME);
            case WINDOWS -> imageRoot(system).resolve("tidemark-cli.exe");
        };
        var builder = new ProcessBuilder(launcher.toString(), "self-test").inheritIO();
        builder.environment().put("JAVA_TOOL_OPTIONS",
                "-XX:AOTCacheOutput=" + cache + " -Xlog:aot=off -Dglass.platform=Headless -Dprism.order=sw");
        int code = builder.start().waitFor();
        if (code != 0) {
            throw new IOException("the image failed its self-test (exit code " + code + ")");
        }
        if (!Files.exists(cache)) {
            throw new IOException("the self-test left no " + cache);
        }
        try (Stream<Path> files = Files.list(app)) {
            for (Path launcherFile : files.filter(file -> name(file).endsWith(".cfg")).toList()) {
                Files.writeString(launcherFile,
                        "java-options=-XX:AOTCache=$APPDIR" + (system == OperatingSystem.WINDOWS ? "\\" : "/") + CACHE
                                + System.lineSeparator() + "java-options=-Xlog:aot=off" + System.lineSeparator()
                                + "java-options=-Xlog:cds=off" + System.lineSeparator(),
                        StandardCharsets.UTF_8, StandardOpenOption.APPEND);
            }
        }
    }

    private void installer(OperatingSystem system, Path icon) throws IOException, InterruptedException {
        if (!onPath(system.tool)) {
            System.out.println("no ." + system.installer + ": " + system.tool + " is not installed; the image is whole");
            return;
        }
        switch (system) {
            case LINUX -> say("installer",
                    new DebianPackage(imageRoot(system), work.resolve("deb"), sources, version).into(work));
            case MAC -> installer(system, List.of("--icon", icon.toString()));
            case WINDOWS -> installer(system, List.of("--win-menu", "--win-shortcut", "--win-per-user-install"));
        }
    }

    private void installer(OperatingSystem system, List<String> more) throws IOException {
        var options = new ArrayList<>(List.of("--type", system.installer, "--name", NAME, "--app-version", version,
                "--description", ABOUT, "--vendor", NAME, "--app-image", imageRoot(system).toString(), "--dest",
                work.toString()));
        options.addAll(more);
        tool("jpackage", options);
        try (Stream<Path> made = Files.list(work)) {
            made.filter(file -> name(file).endsWith("." + system.installer)).forEach(file -> say("installer", file));
        }
    }

    private Path imageRoot(OperatingSystem system) {
        return work.resolve("image").resolve(system == OperatingSystem.MAC ? NAME + ".app" : NAME);
    }

    private Path appFolder(OperatingSystem system) {
        return imageRoot(system).resolve(switch (system) {
            case LINUX -> "lib/app";
            case MAC -> "Contents/app";
            case WINDOWS -> "app";
        });
    }

    /// The window's icon in the form that the system's packages want: each is a frame around PNG files.
    private Path icon(OperatingSystem system) throws IOException {
        Path large = png(256);
        return switch (system) {
            case LINUX -> large;
            case MAC -> Files.write(work.resolve(NAME + ".icns"), icns(Files.readAllBytes(large)));
            case WINDOWS -> Files.write(work.resolve(NAME + ".ico"), ico(Files.readAllBytes(large)));
        };
    }

    private Path png(int size) {
        return target.resolve("classes/io/tidemark/ui/app/icon-" + size + ".png");
    }

    private static byte[] icns(byte[] png) {
        return ByteBuffer.allocate(16 + png.length).put("icns".getBytes(StandardCharsets.US_ASCII))
                .putInt(16 + png.length).put("ic08".getBytes(StandardCharsets.US_ASCII)).putInt(8 + png.length).put(png)
                .array();
    }

    private static byte[] ico(byte[] png) {
        // one picture; width and height of 256 are written as 0
        return ByteBuffer.allocate(22 + png.length).order(ByteOrder.LITTLE_ENDIAN).putShort((short) 0)
                .putShort((short) 1).putShort((short) 1).putInt(0).putShort((short) 1).putShort((short) 32)
                .putInt(png.length).putInt(22).put(png).array();
    }

    private static void tool(String name, List<String> options) {
        ToolProvider tool = ToolProvider.findFirst(name)
                .orElseThrow(() -> new IllegalStateException(name + " is missing: a full JDK is needed"));
        if (tool.run(System.out, System.err, options.toArray(String[]::new)) != 0) {
            throw new IllegalStateException(name + " failed with " + options);
        }
    }

    private static boolean onPath(String program) {
        return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program))
                        || Files.isExecutable(Path.of(folder, program + ".exe")));
    }

    private static void copy(Path from, Path to, String ending, long least) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(each -> name(each).endsWith(ending)).toList()) {
                if (Files.size(file) > least) {
                    Files.copy(file, to.resolve(name(file)), StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    private static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static void say(String what, Path made) {
        try (Stream<Path> files = Files.walk(made)) {
            long bytes = files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
            System.out.printf(Locale.ROOT, "%s: %s, %.0f MB%n", what, made, bytes / 1e6);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
