package io.tidemark.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.Python;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Numpy itself reads the files; skipped where Python or numpy is absent.
class NumpyReadsNpzTest {
    @TempDir
    private Path folder;

    @BeforeAll
    static void numpyIsThere() throws IOException {
        Python.assumeModules("numpy");
    }

    @Test
    void numpyReadsEveryArrayWithoutPickle() throws IOException {
        Path file = folder.resolve("set.npz");
        Npz.write(file, NpzTest.sample());

        String printed = Python.run(folder, """
                import sys, numpy as np
                z = np.load(sys.argv[1], allow_pickle=False)
                for k in z.files:
                    a = z[k]
                    print(k, a.dtype.str, a.shape, a.flags.c_contiguous, a.tolist())
                """, file.toString()).orFail();

        assertThat(printed.lines()).containsExactly("""
                X <f4 (3, 3) True [[1.5, -2.25, nan], [2.999999892949745e-08, 4096.0, 0.10000000149011612], \
                [0.0, -0.0, 1.401298464324817e-45]]""", "y <i4 (3,) True [4, 0, 3]",
                "dates <i4 (3,) True [20200316, 20200317, 20241231]",
                "feature_names <U6 (3,) True ['vix', 'rsi_14', '\\xe9t\\xe9']");
    }
}
