package io.tidemark.ui.predict;

import io.tidemark.market.Symbol;
import io.tidemark.market.Universe;
import io.tidemark.pipeline.Predict;
import io.tidemark.pipeline.RegimeNow;
import io.tidemark.pipeline.StageFailure;
import io.tidemark.pipeline.StoredSymbols;
import io.tidemark.pipeline.TouchNow;
import io.tidemark.ui.predict.PredictState.Phase;
import io.tidemark.ui.task.Job;
import io.tidemark.ui.task.RunningWork;
import io.tidemark.ui.task.WorkEnd;
import io.tidemark.workspace.Workspace;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What can be done on the predictions pane: ask the models, about another symbol.
///
/// Belongs to the window's thread; the models are asked elsewhere.
public final class PredictDesk {
    private static final Predict.TableSize SIZE = new Predict.TableSize(7, Predict.MOST_EXPIRATIONS);

    private final Workspace workspace;
    private final Clock clock;
    private final PredictState state;
    private final RunningWork work;
    private boolean asking;
    private boolean again;

    /// @param workspace the open one
    public PredictDesk(Workspace workspace, Clock clock, PredictState state, RunningWork work) {
        this.workspace = workspace;
        this.clock = clock;
        this.state = state;
        this.work = work;
    }

    private record Answers(List<Symbol> symbols, Optional<Symbol> symbol, Answer<RegimeNow> regime,
            Answer<TouchNow> touches) {}

    /// Asks both models about the last stored session; a question meanwhile is asked afterwards.
    public void ask() {
        if (asking) {
            again = true;
            return;
        }
        asking = true;
        Symbol wanted = state.symbolProperty().get();
        work.start(Job.reading("Ask the models", progress -> answers(wanted)), this::ended);
    }

    /// Asks about another symbol.
    public void choose(Symbol symbol) {
        if (!symbol.equals(state.symbolProperty().get())) {
            state.symbolProperty().set(symbol);
            ask();
        }
    }

    private Answers answers(@Nullable Symbol wanted) throws IOException {
        List<Symbol> symbols = StoredSymbols.in(workspace).stream().filter(Universe::hasOptions).toList();
        Optional<Symbol> symbol = Optional.ofNullable(wanted).filter(symbols::contains)
                .or(() -> symbols.stream().filter(Universe.SPY::equals).findFirst())
                .or(() -> symbols.stream().findFirst());
        var predict = new Predict(workspace, clock);
        Answer<TouchNow> touches = symbol.isPresent()
                ? asked(() -> predict.touches(symbol.get(), SIZE))
                : new Answer.Withheld<>("No bars are stored. Download them first.");
        return new Answers(symbols, symbol, asked(predict::regime), touches);
    }

    @FunctionalInterface
    private interface Question<T> {
        T ask() throws StageFailure;
    }

    private static <T> Answer<T> asked(Question<T> question) {
        try {
            return new Answer.Given<>(question.ask());
        } catch (StageFailure e) {
            return new Answer.Withheld<>(String.valueOf(e.getMessage()));
        }
    }

    private void ended(WorkEnd<Answers> end) {
        asking = false;
        switch (end) {
            case WorkEnd.Succeeded<Answers>(Answers answers) -> take(answers);
            case WorkEnd.Failed<Answers> failed -> fail(failed.sentence());
            case WorkEnd.Cancelled<Answers>() -> {
                if (state.phaseProperty().get() == Phase.ASKING) {
                    fail("Asking the models was cancelled.");
                }
            }
        }
        if (again) {
            again = false;
            ask();
        }
    }

    private void fail(String sentence) {
        state.regimeProperty().set(new Answer.Withheld<>(sentence));
        state.touchesProperty().set(new Answer.Withheld<>(sentence));
        state.phaseProperty().set(Phase.SILENT);
    }

    private void take(Answers answers) {
        if (!answers.symbols().equals(state.symbols())) {
            state.symbols().setAll(answers.symbols());
        }
        if (!again) {
            state.symbolProperty().set(answers.symbol().orElse(null));
        }
        state.regimeProperty().set(answers.regime());
        state.touchesProperty().set(answers.touches());
        boolean silent = answers.regime().value().isEmpty() && answers.touches().value().isEmpty();
        state.phaseProperty().set(silent ? Phase.SILENT : Phase.ANSWERED);
    }
}
