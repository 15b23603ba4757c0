import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The `.deb`: the image under `/opt`, and the files by which a system finds it, from `packaging/linux`.
///
/// All of it belongs to the package, so that nothing has to be run to install or to remove it. jpackage's own has
/// scripts for that, and asks for a desktop even where only the commands are wanted.
final class DebianPackage {
    private static final String HOME = "opt/tidemark";
    private static final String MANUAL = "usr/share/man/man1/tidemark.1";
    private static final String COMPLETION = "usr/share/bash-completion/completions/tidemark";
    private static final String CHECKSUMS = "DEBIAN/md5sums";
    private static final Pattern FILES = Pattern.compile("(?m)^Files:(.*(?:\\n .*)*)");

    private final Path image;
    private final Path root;
    private final Path sources;
    private final String version;

    /// @param image the application as jpackage made it
    /// @param root the folder to lay the package out in; it is not there yet
    /// @param sources `packaging`
    DebianPackage(Path image, Path root, Path sources, String version) {
        this.image = image;
        this.root = root;
        this.sources = sources;
        this.version = version;
    }

    /// @param folder where the package goes
    /// @return the package
    Path into(Path folder) throws IOException, InterruptedException {
        copyImage();
        command();
        desktop();
        documents();
        permissions();
        checksums();
        String architecture = read("dpkg", "--print-architecture").strip();
        control(architecture);
        Path made = folder.resolve("tidemark_%s_%s.deb".formatted(version, architecture));
        read("dpkg-deb", "--root-owner-group", "--build", root.toString(), made.toString());
        return made;
    }

    /// The file times are kept: the cache of loaded classes is only good for the jars it was made of.
    private void copyImage() throws IOException {
        Path home = root.resolve(HOME);
        Files.createDirectories(home.getParent());
        try (Stream<Path> files = Files.walk(image)) {
            for (Path file : files.toList()) {
                Files.copy(file, home.resolve(image.relativize(file).toString()),
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    /// The command on everybody's path, its manual, and how the shell completes it.
    private void command() throws IOException, InterruptedException {
        String launcher = image.resolve("bin/Tidemark").toString();
        Path link = root.resolve("usr/bin/tidemark");
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(link, Path.of("/" + HOME + "/bin/Tidemark"));
        write(MANUAL, read(launcher, "man"));
        read("gzip", "-9n", root.resolve(MANUAL).toString());
        // read by a shell, not run by itself
        write(COMPLETION, read(launcher, "generate-completion").replaceFirst("^#!.*\\R", ""));
    }

    private void desktop() throws IOException {
        copy(sources.resolve("linux/tidemark.desktop"), "usr/share/applications/tidemark.desktop");
        copy(sources.resolve("icon/tidemark.svg"), "usr/share/icons/hicolor/scalable/apps/tidemark.svg");
        copy(image.resolve("lib/Tidemark.png"), "usr/share/icons/hicolor/256x256/apps/tidemark.png");
    }

    private void documents() throws IOException {
        String copyright = Files.readString(sources.resolve("linux/copyright"));
        List<String> patterns = FILES.matcher(copyright).results()
                .flatMap(found -> Arrays.stream(found.group(1).strip().split("\\s+"))).filter(each -> !each.equals("*"))
                .toList();
        Path lib = image.resolve("lib");
        try (Stream<Path> jars = Files.list(lib.resolve("app"))) {
            List<Path> untold = jars.map(lib::relativize)
                    .filter(jar -> jar.toString().endsWith(".jar") && !jar.toString().startsWith("app/tidemark-"))
                    .filter(jar -> patterns.stream().noneMatch(each -> matches(each, jar))).toList();
            if (!untold.isEmpty()) {
                throw new IOException("packaging/linux/copyright does not tell the licence of " + untold);
            }
        }
        copy(sources.resolve("linux/copyright"), "usr/share/doc/tidemark/copyright");
        copy(sources.resolve("linux/lintian-overrides"), "usr/share/lintian/overrides/tidemark");
    }

    private static boolean matches(String pattern, Path file) {
        return FileSystems.getDefault().getPathMatcher("glob:" + pattern).matches(file);
    }

    /// The same for everybody, whatever the umask of the one who builds.
    private void permissions() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(each -> !Files.isSymbolicLink(each)).toList()) {
                boolean open = Files.isDirectory(file) || Files.isExecutable(file) && !isLibrary(file);
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(open ? "rwxr-xr-x" : "rw-r--r--"));
            }
        }
    }

    private static boolean isLibrary(Path file) {
        return file.toString().endsWith(".so");
    }

    private void checksums() throws IOException {
        var lines = new StringBuilder();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(each -> Files.isRegularFile(each) && !Files.isSymbolicLink(each)).sorted()
                    .toList()) {
                lines.append(md5(file)).append("  ").append(root.relativize(file)).append('\n');
            }
        }
        write(CHECKSUMS, lines.toString());
    }

    private static String md5(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }

    private void control(String architecture) throws IOException {
        try (Stream<Path> files = Files.walk(root.resolve(HOME))) {
            long bytes = files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
            String filled = Files.readString(sources.resolve("linux/control")).replace("@VERSION@", version)
                    .replace("@ARCHITECTURE@", architecture).replace("@KILOBYTES@", Long.toString(bytes / 1024));
            Matcher left = Pattern.compile("@\\w+@").matcher(filled);
            if (left.find()) {
                throw new IOException("packaging/linux/control: nothing fills in " + left.group());
            }
            write("DEBIAN/control", filled);
        }
    }

    private void copy(Path from, String to) throws IOException {
        Path target = root.resolve(to);
        Files.createDirectories(target.getParent());
        Files.copy(from, target);
    }

    private void write(String to, String text) throws IOException {
        Path target = root.resolve(to);
        Files.createDirectories(target.getParent());
        Files.writeString(target, text);
    }

    /// @return what the command prints
    private static String read(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        if (code != 0) {
            throw new IOException(String.join(" ", command) + " ended with exit code " + code);
        }
        return printed;
    }
}
