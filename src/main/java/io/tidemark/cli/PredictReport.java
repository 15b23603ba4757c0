package io.tidemark.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.tidemark.market.DataSource;
import io.tidemark.pipeline.RegimeNow;
import io.tidemark.pipeline.TouchNow;
import io.tidemark.storage.Json;
import io.tidemark.touch.TouchGrid;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The answers of the models in the forms that `predict` prints.
final class PredictReport {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private PredictReport() {
    }

    /// Lines for a person.
    static List<String> text(PredictCommand.Answers answers) {
        var lines = new ArrayList<String>();
        RegimeNow regime = answers.regime();
        lines.add("");
        lines.add(form("Regime%s after the close of %s: %s, %.1f %% (run %d)%s", ahead(regime), regime.session(),
                regime.forecast().regime().name(), 100 * regime.forecast().probability(), regime.run(),
                demo(regime.source())));
        regime.forecast().probabilities()
                .forEach((each, probability) -> lines.add(form("  %-18s %6.1f %%", each.name(), 100 * probability)));
        if (!regime.outside().isEmpty()) {
            lines.add("  beyond anything that the model has learned from, so answered as at the edge: "
                    + String.join(", ", regime.outside()));
        }
        answers.touches().ifPresent(touches -> table(touches, lines));
        return lines;
    }

    private static String ahead(RegimeNow regime) {
        return regime.horizon() == 0 ? "" : form(" %d sessions", regime.horizon());
    }

    private static String demo(DataSource source) {
        return source.isDemo() ? "   DEMO DATA, a synthetic market" : "";
    }

    private static void table(TouchNow touches, List<String> lines) {
        TouchNow.Spot spot = touches.spot();
        lines.add("");
        lines.add(form(
                "%s at %.2f after the close of %s, implied volatility %.1f %%: probability of a touch by the day "
                        + "above (run %d)",
                spot.symbol(), spot.close(), spot.session(), 100 * spot.impliedVolatility(),
                touches.run()));
        var head = new StringBuilder(form("  %-12s", ""));
        touches.grid().expirations().forEach(day -> head.append(form(" %11s", day)));
        lines.add(head.toString());
        for (int i = 0; i < touches.rows().size(); i++) {
            TouchGrid.Rung rung = touches.grid().rungs().get(i);
            var line = new StringBuilder(form("  %s %10s", rung.right().code(), strike(rung)));
            touches.rows().get(i).forEach(cell -> line
                    .append(form(" %10.3f%s", cell.probability(), cell.learned() ? " " : "*")));
            lines.add(line.toString().stripTrailing());
        }
        if (touches.rows().stream().flatMap(List::stream).anyMatch(cell -> !cell.learned())) {
            lines.add("  * nearer to or farther from the close than the options that the model has learned from");
        }
    }

    private static String strike(TouchGrid.Rung rung) {
        String text = form("%.4f", rung.strike());
        return text.endsWith("00") ? text.substring(0, text.length() - 2) : text;
    }

    /// The table of touches, or without one the regimes, as CSV with a header.
    static String csv(PredictCommand.Answers answers) {
        var text = new StringWriter();
        var csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).bufferSize(0).build(text);
        answers.touches().ifPresentOrElse(touches -> options(touches, csv), () -> regimes(answers.regime(), csv));
        return text.toString();
    }

    private static void regimes(RegimeNow regime, CsvWriter csv) {
        csv.writeRecord("date", "regime", "probability");
        regime.forecast().probabilities().forEach((each, probability) -> csv.writeRecord(regime.session().toString(),
                each.name(), form("%.6f", probability)));
    }

    private static void options(TouchNow touches, CsvWriter csv) {
        csv.writeRecord("symbol", "date", "expiration", "right", "strike", "probability", "closed_form", "learned");
        eachCell(touches, (rung, day, cell) -> csv.writeRecord(touches.spot().symbol().value(),
                touches.spot().session().toString(), day.toString(), String.valueOf(rung.right().code()), strike(rung),
                form("%.6f", cell.probability()), form("%.6f", cell.closedForm()), cell.learned() ? "1" : "0"));
    }

    /// All of it as one object.
    static ObjectNode json(PredictCommand.Answers answers) {
        ObjectNode json = NODES.objectNode();
        RegimeNow regime = answers.regime();
        ObjectNode market = json.putObject("regime").put("date", regime.session().toString())
                .put("source", regime.source().text()).put("demo", regime.source().isDemo()).put("run", regime.run())
                .put("horizon", regime.horizon()).put("regime", regime.forecast().regime().name())
                .put("probability", regime.forecast().probability());
        market.set("probabilities", Json.tree(regime.forecast().probabilities()));
        market.set("features", Json.tree(regime.features()));
        market.set("outside", Json.tree(regime.outside()));
        answers.touches().ifPresent(touches -> {
            TouchNow.Spot spot = touches.spot();
            ObjectNode table = json.putObject("touches").put("symbol", spot.symbol().value())
                    .put("date", spot.session().toString()).put("source", spot.source().text())
                    .put("demo", spot.source().isDemo()).put("run", touches.run()).put("close", spot.close())
                    .put("implied_volatility", spot.impliedVolatility());
            ArrayNode options = table.putArray("options");
            eachCell(touches, (rung, day, cell) -> options.addObject().put("expiration", day.toString())
                    .put("right", String.valueOf(rung.right().code())).put("strike", rung.strike())
                    .put("probability", cell.probability()).put("closed_form", cell.closedForm())
                    .put("learned", cell.learned()));
        });
        return json;
    }

    private interface OfCell {
        void take(TouchGrid.Rung rung, LocalDate expiration, TouchNow.Cell cell);
    }

    private static void eachCell(TouchNow touches, OfCell reader) {
        for (int i = 0; i < touches.rows().size(); i++) {
            for (int j = 0; j < touches.grid().expirations().size(); j++) {
                reader.take(touches.grid().rungs().get(i), touches.grid().expirations().get(j),
                        touches.rows().get(i).get(j));
            }
        }
    }

    @FormatMethod
    private static String form(@FormatString String form, Object... values) {
        return String.format(Locale.ROOT, form, values);
    }
}
