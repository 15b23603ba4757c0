package io.tidemark.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Numpy itself reads the files; skipped where Python or numpy is absent.
class NumpyReadsNpzTest {
    private static final String PYTHON = "/usr/bin/python3";

    @TempDir
    private Path folder;

    @BeforeAll
    static void numpyIsThere() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of(PYTHON)), "skipped: no " + PYTHON + " here");
        assumeTrue(python("import numpy").exit() == 0, "skipped: " + PYTHON + " has no numpy");
    }

    @Test
    void numpyReadsEveryArrayWithoutPickle() throws IOException, InterruptedException {
        Path file = folder.resolve("set.npz");
        Npz.write(file, NpzTest.sample());

        Answer answer = python("""
                import sys, numpy as np
                z = np.load(sys.argv[1], allow_pickle=False)
                for k in z.files:
                    a = z[k]
                    print(k, a.dtype.str, a.shape, a.flags.c_contiguous, a.tolist())
                """, file.toString());

        assertThat(answer.text().lines()).containsExactly("""
                X <f4 (3, 3) True [[1.5, -2.25, nan], [2.999999892949745e-08, 4096.0, 0.10000000149011612], \
                [0.0, -0.0, 1.401298464324817e-45]]""", "y <i4 (3,) True [4, 0, 3]",
                "dates <i4 (3,) True [20200316, 20200317, 20241231]",
                "feature_names <U6 (3,) True ['vix', 'rsi_14', '\\xe9t\\xe9']");
    }

    private record Answer(int exit, String text) {}

    private static Answer python(String code, String... arguments) throws IOException, InterruptedException {
        var command = new java.util.ArrayList<>(java.util.List.of(PYTHON, "-c", code));
        command.addAll(java.util.List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PYTHONIOENCODING", "ascii:backslashreplace");
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Answer(process.exitValue(), text);
    }
}
