package io.tidemark.ui.regimes;

import io.tidemark.pipeline.LabelledDays;
import io.tidemark.pipeline.SpellLengths;
import io.tidemark.regime.Regime;
import io.tidemark.ui.control.RegimeBadge;
import io.tidemark.ui.regimes.HeatTable.Cell;
import io.tidemark.ui.theme.ThemeSwitch;
import java.util.ArrayList;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// How many days each regime has, how long its spells last, and what follows what.
public final class FiguresController implements AutoCloseable {
    private final RegimesState state;
    private final ThemeSwitch theme;
    private final HeatTable lengths;
    private final HeatTable transitions;
    private Subscription following = Subscription.EMPTY;
    private boolean seen;

    @FXML
    private VBox counts;
    @FXML
    private VBox lengthsPlace;
    @FXML
    private VBox transitionsPlace;

    FiguresController(RegimesState state, ThemeSwitch theme) {
        this.state = state;
        this.theme = theme;
        lengths = new HeatTable(theme);
        transitions = new HeatTable(theme);
    }

    @FXML
    private void initialize() {
        lengthsPlace.getChildren().add(lengths);
        transitionsPlace.getChildren().add(transitions);
        following = Subscription.combine(state.daysProperty().subscribe(this::show),
                theme.paletteProperty().subscribe(this::show));
    }

    /// Tells whether anybody sees the figures: while nobody does they do not follow a moving slider.
    void setSeen(boolean now) {
        seen = now;
        show();
    }

    private void show() {
        LabelledDays days = state.daysProperty().get();
        if (days != null && seen) {
            showCounts(days);
            showLengths(days);
            showTransitions(days);
        }
    }

    private void showCounts(LabelledDays days) {
        counts.getChildren().clear();
        for (Regime regime : Regime.values()) {
            double share = days.share(regime);
            counts.getChildren().add(new ShareBar(regime, share,
                    "%6s %7s".formatted(Numbers.count(days.count(regime)), Numbers.percent(share, 1))));
        }
    }

    private void showLengths(LabelledDays days) {
        var heads = new ArrayList<Label>();
        SpellLengths.CLASSES.forEach(each -> heads.add(head(each.text())));
        heads.add(head("med."));
        var rows = new ArrayList<List<Cell>>();
        for (Regime regime : Regime.values()) {
            SpellLengths of = SpellLengths.of(days.spells(regime));
            var cells = new ArrayList<Cell>();
            for (int i = 0; i < SpellLengths.CLASSES.size(); i++) {
                int count = of.counts().get(i);
                cells.add(new Cell(count == 0 ? "" : Numbers.count(count), of.share(i),
                        "%s spells of %s sessions: %d".formatted(regime.title(), SpellLengths.CLASSES.get(i).text(),
                                count)));
            }
            cells.add(new Cell(of.all() == 0 ? "–" : Numbers.count(of.median()), 0,
                    "%s: half of %d spells last %d sessions or longer, the longest %d".formatted(regime.title(),
                            of.all(), of.median(), of.longest())));
            rows.add(cells);
        }
        lengths.show(heads, rows);
    }

    private void showTransitions(LabelledDays days) {
        var heads = List.of(Regime.values()).stream().map(RegimeBadge::new).toList();
        var rows = new ArrayList<List<Cell>>();
        for (Regime from : Regime.values()) {
            var cells = new ArrayList<Cell>();
            for (Regime to : Regime.values()) {
                double share = days.transitions().share(from, to);
                int count = days.transitions().count(from, to);
                cells.add(new Cell(count == 0 ? "" : Numbers.percent(share, 1), share,
                        "The session after %s was %s %d times, %s".formatted(from.title(), to.title(),
                                count, Numbers.percent(share, 1))));
            }
            rows.add(cells);
        }
        transitions.show(heads, rows);
    }

    private static Label head(String text) {
        var label = new Label(text);
        label.getStyleClass().addAll("hint", "heat-head");
        return label;
    }

    @Override
    public void close() {
        following.unsubscribe();
    }
}
