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
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
