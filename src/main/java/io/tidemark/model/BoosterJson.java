package io.tidemark.model;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/// What XGBoost's own JSON of a booster says of its trees, as far as predicting needs it.
///
/// See XGBoost's page *Introduction to Model IO*. Figures about the growth of the trees are skipped.
@JsonNaming(SnakeCaseStrategy.class)
record BoosterJson(Learner learner) {

    /// The booster with what stands before and after its trees.
    @JsonNaming(SnakeCaseStrategy.class)
    record Learner(ModelParameters learnerModelParam, Objective objective, GradientBooster gradientBooster) {}

    /// @param baseScore in the unit of the prediction: a probability for the logistic objective
    /// @param numClass 0 where there is one output
    @JsonNaming(SnakeCaseStrategy.class)
    record ModelParameters(float baseScore, int numClass, int numFeature) {}

    /// @param name XGBoost's name of it
    record Objective(String name) {}

    /// @param name `gbtree`, or another kind that is no plain sum of trees
    record GradientBooster(String name, Forest model) {}

    /// @param treeInfo for each tree the output that it adds to
    @JsonNaming(SnakeCaseStrategy.class)
    record Forest(int[] treeInfo, List<Tree> trees) {}

    /// A tree node by node, the root first.
    ///
    /// @param leftChildren index of the node for values below the condition, negative for a leaf
    /// @param rightChildren index of the node for the others
    /// @param splitIndices column that is looked at
    /// @param splitConditions what its value is compared with; of a leaf what it adds
    /// @param defaultLeft 1 where a missing value goes left
    /// @param categoriesNodes nodes that compare by category
    @JsonNaming(SnakeCaseStrategy.class)
    record Tree(int[] leftChildren, int[] rightChildren, int[] splitIndices, float[] splitConditions,
            int[] defaultLeft, int[] categoriesNodes) {}
}
