package io.tidemark.pipeline;

import io.tidemark.model.ModelKind;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// An update as a page that a person reads, in Markdown.
final class UpdatePage {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final UpdateRecord update;
    private final StringBuilder page = new StringBuilder();

    private UpdatePage(UpdateRecord update) {
        this.update = update;
    }

    static String of(UpdateRecord update) {
        var page = new UpdatePage(update);
        page.outcome();
        page.bars();
        page.rows();
        page.models();
        page.drift();
        page.times();
        return page.page.toString();
    }

    private void outcome() {
        line("# Update of " + WHEN.format(update.at()), "");
        if (update.source() != null) {
            line("Bars from " + update.source().text()
                    + (update.source().isDemo() ? ". DEMO DATA, a synthetic market." : "."), "");
        }
        if (update.good()) {
            line(update.sentence());
            return;
        }
        String where = update.failedAt() == null ? "" : " at the stage `" + update.failedAt() + "`";
        line("**FAILED" + where + ".** " + update.sentence(), "");
        line("What was there before is kept. " + (update.after().equals(update.before())
                ? "Nothing changed."
                : "What had come before it failed is kept too: see the columns *now*."));
        line("The next update goes on from there.");
    }

    private void bars() {
        section("Bars", "symbol", "bars before", "now", "last session", "what changed");
        var symbols = new TreeSet<>(update.before().bars().keySet());
        symbols.addAll(update.after().bars().keySet());
        for (String symbol : symbols) {
            UpdateStanding.Bars before = update.before().bars().get(symbol);
            UpdateStanding.Bars now = update.after().bars().get(symbol);
            BarChange change = update.changes().get(symbol);
            cells(symbol, before == null ? "-" : before.rows(), now == null ? "-" : now.rows(),
                    now == null ? "-" : now.lastDate(),
                    change == null ? "" : String.join("; ", change.phrases()));
        }
    }

    private void rows() {
        section("Training sets", "set", "rows before", "now");
        var sets = new TreeSet<>(update.before().rows().keySet());
        sets.addAll(update.after().rows().keySet());
        sets.forEach(
                set -> cells(set, orNone(update.before().rows().get(set)), orNone(update.after().rows().get(set))));
    }

    private void models() {
        for (ModelKind kind : ModelKind.values()) {
            UpdateStanding.Model before = update.before().models().get(kind.fileName());
            UpdateStanding.Model trained = update.trained().get(kind.fileName());
            if (trained == null) {
                continue;
            }
            section(kind.title(), "figure", before == null ? "none before" : "run " + before.run() + ", before",
                    "run " + trained.run() + ", new");
            for (String figure : new TreeSet<>(trained.figures().keySet())) {
                cells(figure, digits(before == null ? null : before.figures().get(figure)),
                        digits(trained.figures().get(figure)));
            }
            update.promotions().stream().filter(verdict -> verdict.model() == kind)
                    .forEach(this::promotion);
        }
    }

    private void promotion(PromotionVerdict verdict) {
        line("", verdict.sentence());
        if (!verdict.checks().isEmpty()) {
            line("");
        }
        verdict.checks()
                .forEach(check -> line("- " + (check.leftOut() ? "" : check.passed() ? "passed: " : "not passed: ")
                        + check.sentence()));
    }

    private void drift() {
        if (!update.trained().isEmpty()) {
            line("", "## Drift", "");
            update.drift().forEach(warning -> line("- " + warning));
            if (update.drift().isEmpty()) {
                line("None: the newest sessions are like those before, and the models keep up.");
            }
        }
    }

    private void times() {
        section("Time", "stage", "seconds");
        update.stages().forEach(stage -> cells(stage.name(), String.format(Locale.ROOT, "%.1f", stage.seconds())));
    }

    private void section(String title, String... columns) {
        line("", "## " + title, "");
        cells((Object[]) columns);
        line(Arrays.stream(columns).map(each -> "---").collect(Collectors.joining(" | ", "| ", " |")));
    }

    private void cells(Object... values) {
        line(Arrays.stream(values).map(value -> value.toString().replace("|", "\\|"))
                .collect(Collectors.joining(" | ", "| ", " |")));
    }

    private static Object orNone(@Nullable Integer count) {
        return count == null ? "-" : count;
    }

    private static String digits(@Nullable Double figure) {
        return figure == null ? "-" : String.format(Locale.ROOT, "%.4f", figure);
    }

    private void line(String... lines) {
        for (String each : lines) {
            page.append(each).append('\n');
        }
    }
}
