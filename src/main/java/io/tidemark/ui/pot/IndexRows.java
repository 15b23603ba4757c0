package io.tidemark.ui.pot;

import io.tidemark.inspection.OptionSelection;
import java.util.AbstractList;
import java.util.RandomAccess;
import javafx.collections.ObservableListBase;
import org.jspecify.annotations.Nullable;

/// The rows of a selection as a table wants them: numbers made as they are asked for, none kept.
///
/// One list for the life of the table: a table that is given another one forgets how it was sorted.
final class IndexRows extends ObservableListBase<Integer> implements RandomAccess {
    private Rows rows = new Rows(null);

    /// Takes the rows of another selection.
    void show(OptionSelection next) {
        beginChange();
        Rows before = rows;
        rows = new Rows(next);
        nextReplace(0, rows.size(), before);
        endChange();
    }

    @Override
    public Integer get(int index) {
        return rows.get(index);
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public int indexOf(@Nullable Object row) {
        return rows.indexOf(row);
    }

    @Override
    public boolean contains(@Nullable Object row) {
        return rows.contains(row);
    }

    /// The rows of one selection.
    private static final class Rows extends AbstractList<Integer> implements RandomAccess {
        private final @Nullable OptionSelection selection;

        Rows(@Nullable OptionSelection selection) {
            this.selection = selection;
        }

        @Override
        public Integer get(int index) {
            if (selection == null) {
                throw new IndexOutOfBoundsException(index);
            }
            return selection.row(index);
        }

        @Override
        public int size() {
            return selection == null ? 0 : selection.size();
        }

        @Override
        public int indexOf(@Nullable Object row) {
            if (selection != null && row instanceof Integer wanted) {
                for (int i = 0; i < selection.size(); i++) {
                    if (selection.row(i) == wanted) {
                        return i;
                    }
                }
            }
            return -1;
        }

        @Override
        public boolean contains(@Nullable Object row) {
            return indexOf(row) >= 0;
        }
    }
}
