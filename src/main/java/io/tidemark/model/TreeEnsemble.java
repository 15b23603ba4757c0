package io.tidemark.model;

import io.tidemark.model.BoosterJson.Learner;
import io.tidemark.model.BoosterJson.Tree;
import java.util.Arrays;
import java.util.List;

/// The trees of a booster as flat arrays: predicts a row in a microsecond, without native memory and from any thread.
///
/// XGBoost's own call takes hundreds of microseconds for a single row. The arithmetic is its own: margins are summed as
/// floats in the order of the trees. Immutable.
final class TreeEnsemble {
    private static final int LEAF = -1;
    /// Where XGBoost cuts the exponent of its logistic function.
    private static final float GREATEST_EXPONENT = 88.7f;

    private final int columns;
    private final boolean logistic;
    private final float[] base;
    private final int[] roots;
    private final int[] outputOf;
    private final Nodes nodes;

    private TreeEnsemble(int columns, boolean logistic, float[] base, int[] outputOf, List<Tree> trees) {
        this.columns = columns;
        this.logistic = logistic;
        this.base = base;
        this.outputOf = outputOf;
        this.roots = new int[trees.size()];
        this.nodes = new Nodes(trees.stream().mapToInt(tree -> tree.leftChildren().length).sum());
        int next = 0;
        for (int i = 0; i < roots.length; i++) {
            roots[i] = next;
            next = nodes.add(trees.get(i), next, columns);
        }
    }

    /// The ensemble that XGBoost's JSON describes.
    ///
    /// @throws IllegalArgumentException when it is of a kind that this class does not evaluate; the message says which
    static TreeEnsemble of(BoosterJson json) {
        Learner learner = json.learner();
        String objective = learner.objective().name();
        String kind = learner.gradientBooster().name();
        if (!kind.equals("gbtree")) {
            throw new IllegalArgumentException("it is of kind " + kind + ", not gbtree");
        }
        var parameters = learner.learnerModelParam();
        var forest = learner.gradientBooster().model();
        float score = parameters.baseScore();
        float[] base = switch (objective) {
            case "binary:logistic" -> new float[]{(float) -Math.log(1.0 / score - 1)};
            case "multi:softprob" -> filled(parameters.numClass(), score);
            default -> throw new IllegalArgumentException("its objective is " + objective
                    + ", neither binary:logistic nor multi:softprob");
        };
        return new TreeEnsemble(parameters.numFeature(), base.length == 1, base, forest.treeInfo(), forest.trees());
    }

    private static float[] filled(int count, float value) {
        var all = new float[count];
        Arrays.fill(all, value);
        return all;
    }

    /// Number of feature columns.
    int columns() {
        return columns;
    }

    /// Values that a prediction gives for a row.
    int outputs() {
        return base.length;
    }

    /// What the booster predicts for each row: `rows x outputs()`, row-major.
    ///
    /// @param rows `n x columns()`, row-major; NaN is missing
    float[] predict(float[] rows) {
        int count = rows.length / columns;
        var predicted = new float[count * base.length];
        for (int row = 0; row < count; row++) {
            int to = row * base.length;
            System.arraycopy(base, 0, predicted, to, base.length);
            for (int tree = 0; tree < roots.length; tree++) {
                predicted[to + outputOf[tree]] += nodes.leaf(roots[tree], rows, row * columns);
            }
            if (logistic) {
                predicted[to] = sigmoid(predicted[to]);
            } else {
                softmax(predicted, to, base.length);
            }
        }
        return predicted;
    }

    private static float sigmoid(float margin) {
        return (float) (1 / (1 + Math.exp(Math.min(-margin, GREATEST_EXPONENT))));
    }

    private static void softmax(float[] margins, int from, int count) {
        float greatest = margins[from];
        for (int i = from + 1; i < from + count; i++) {
            greatest = Math.max(greatest, margins[i]);
        }
        double sum = 0;
        for (int i = from; i < from + count; i++) {
            margins[i] = (float) Math.exp(margins[i] - greatest);
            sum += margins[i];
        }
        for (int i = from; i < from + count; i++) {
            margins[i] /= (float) sum;
        }
    }

    /// Rows that lie on the conditions of the trees, above them and below, with values missing here and there: where an
    /// evaluation that differs from XGBoost's would show.
    float[] probes() {
        int count = 4 * Math.min(nodes.column.length, 64);
        var rows = new float[count * columns];
        for (int row = 0; row < count; row++) {
            for (int column = 0; column < columns; column++) {
                rows[row * columns + column] = nodes.near(row * 31 + column, column);
            }
        }
        return rows;
    }

    /// All nodes of all trees. Of a leaf `column` is [TreeEnsemble#LEAF] and `value` what it adds.
    private static final class Nodes {
        private final int[] column;
        private final float[] value;
        private final int[] below;
        private final int[] other;
        private final int[] missing;

        Nodes(int size) {
            column = new int[size];
            value = new float[size];
            below = new int[size];
            other = new int[size];
            missing = new int[size];
        }

        /// Adds a tree's nodes from index `first` on and returns the index after them.
        int add(Tree tree, int first, int columns) {
            if (tree.categoriesNodes().length > 0) {
                throw new IllegalArgumentException("it compares by category");
            }
            int size = tree.leftChildren().length;
            for (int i = 0; i < size; i++) {
                int at = first + i;
                value[at] = tree.splitConditions()[i];
                if (tree.leftChildren()[i] < 0) {
                    column[at] = LEAF;
                    continue;
                }
                column[at] = index(tree.splitIndices()[i], columns);
                below[at] = first + index(tree.leftChildren()[i], size);
                other[at] = first + index(tree.rightChildren()[i], size);
                missing[at] = tree.defaultLeft()[i] == 1 ? below[at] : other[at];
            }
            return first + size;
        }

        private static int index(int index, int size) {
            if (index < 0 || index >= size) {
                throw new IllegalArgumentException("a tree points to " + index + " of " + size);
            }
            return index;
        }

        float leaf(int root, float[] rows, int from) {
            int node = root;
            int at = column[node];
            while (at != LEAF) {
                float x = rows[from + at];
                node = Float.isNaN(x) ? missing[node] : x < value[node] ? below[node] : other[node];
                at = column[node];
            }
            return value[node];
        }

        /// A condition on a column, some way after node `start`, or beside it, or NaN.
        float near(int start, int wanted) {
            for (int i = 0; i < column.length; i++) {
                int node = (start + i) % column.length;
                if (column[node] == wanted) {
                    return switch (start % 4) {
                        case 0 -> value[node];
                        case 1 -> Math.nextDown(value[node]);
                        case 2 -> Math.nextUp(value[node]);
                        default -> Float.NaN;
                    };
                }
            }
            return 0;
        }
    }
}
