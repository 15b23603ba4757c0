package io.tidemark.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import io.tidemark.model.ModelManifest;
import io.tidemark.storage.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a model was asked to learn. Only answers to the same question can be compared, or take each other's place
/// without a bot's author knowing of it.
///
/// Marks of single days belong to the answer, and so do ranges that options were drawn from: more of the same.
///
/// @param features columns it takes, in order
/// @param outputs what it gives
/// @param horizon sessions that it looks ahead
/// @param thresholds the numbers in the rules that its days were labelled by; missing for options
record ModelQuestion(List<String> features, List<String> outputs, int horizon, JsonNode thresholds) {

    /// The question of a run, or of the champion.
    static ModelQuestion of(ModelManifest manifest) {
        var training = manifest.training();
        int horizon = training.parameters().get("horizon") instanceof Number sessions ? sessions.intValue() : 0;
        JsonNode labelling = Json.tree(training.data().origin().parameters());
        return new ModelQuestion(training.features(), training.outputs(), horizon, labelling.path("thresholds"));
    }

    /// What is asked otherwise here than there, for a person; empty when it is the same question.
    Optional<String> differenceFrom(ModelQuestion there) {
        var differences = new ArrayList<String>();
        if (horizon != there.horizon) {
            differences.add(
                    "it looks " + horizon + (horizon == 1 ? " session" : " sessions") + " ahead, not " + there.horizon);
        }
        if (!features.equals(there.features)) {
            differences.add("it takes other features");
        }
        if (!outputs.equals(there.outputs)) {
            differences.add("it gives other answers");
        }
        if (!thresholds.equals(there.thresholds)) {
            differences.add("its days were labelled by other thresholds");
        }
        return differences.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", differences));
    }
}
