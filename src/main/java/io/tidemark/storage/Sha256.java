package io.tidemark.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Fingerprints of files as 64 lower-case hexadecimal digits.
public final class Sha256 {
    private Sha256() {
    }

    /// Fingerprint of a file's bytes.
    ///
    /// @throws IOException when the file cannot be read
    public static String of(Path file) throws IOException {
        return of(Files.readAllBytes(file));
    }

    /// Fingerprint of bytes.
    public static String of(byte[] bytes) {
        MessageDigest digest = digest();
        digest.update(bytes);
        return text(digest);
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /// The fingerprint of what `digest` was fed.
    static String text(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}
