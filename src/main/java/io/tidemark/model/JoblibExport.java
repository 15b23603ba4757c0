package io.tidemark.model;

import io.tidemark.storage.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import net.razorvine.pickle.Opcodes;
import net.razorvine.pickle.Pickler;

/// A kept run as Python's `joblib.load` takes it: a pickled dictionary that needs joblib, xgboost and nothing of ours.
///
/// | key | value |
/// |---|---|
/// | `model` | an `xgboost.Booster` |
/// | `feature_names` | list of texts, the columns in order |
/// | `classes` | list of texts, what each number that the booster gives is the probability of |
/// | `manifest` | dictionary, the JSON beside the model file |
///
/// The booster is pickled as the call `xgboost.Booster(None, (), bytearray(ubj))`, not as its own pickling would have
/// it: the state that `Booster.__setstate__` takes is another in each version of xgboost, the constructor with a model
/// file is the same from 1.7 to 3. The same run gives the same bytes.
public final class JoblibExport {
    static {
        Pickler.registerCustomPickler(PythonBooster.class, JoblibExport::pickle);
    }

    private JoblibExport() {
    }

    private record PythonBooster(byte[] ubj) {}

    /// The bytes of the `.joblib` file of a run.
    ///
    /// @throws IOException when a file of the run cannot be read
    public static byte[] of(RunRecord run) throws IOException {
        ModelFiles files = ModelFiles.in(run.folder(), run.model());
        Map<?, ?> manifest = Json.read(files.manifest(), LinkedHashMap.class);
        ModelFacts facts = run.manifest().training();
        var contents = new LinkedHashMap<String, Object>();
        contents.put("model", new PythonBooster(Files.readAllBytes(files.ubj())));
        contents.put("feature_names", facts.features());
        contents.put("classes", facts.outputs());
        contents.put("manifest", manifest);
        // Its memo of repeated values goes by hash codes, which may collide; without it nothing is lost but bytes.
        return new Pickler(false).dumps(contents);
    }

    private static void pickle(Object booster, OutputStream out, Pickler pickler) throws IOException {
        out.write(Opcodes.GLOBAL);
        out.write("xgboost\nBooster\n".getBytes(StandardCharsets.US_ASCII));
        out.write(Opcodes.NONE);
        out.write(Opcodes.EMPTY_TUPLE);
        pickler.save(((PythonBooster) booster).ubj());
        out.write(Opcodes.TUPLE3);
        out.write(Opcodes.REDUCE);
    }
}
