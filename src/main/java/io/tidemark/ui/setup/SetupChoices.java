package io.tidemark.ui.setup;

import io.tidemark.market.Symbol;
import io.tidemark.market.Universe;
import io.tidemark.gateway.ClientKind;
import io.tidemark.pipeline.FeedChoice;
import io.tidemark.pipeline.GatewayPreset;
import io.tidemark.pipeline.PipelineSettings;
import io.tidemark.ui.screen.Memory;
import io.tidemark.ui.setup.SetupState.Kind;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// What was chosen in the guide, between the texts of its fields, the settings of a run and what is remembered.
final class SetupChoices {
    private static final String SYMBOLS = "symbols";
    private static final String YEARS = "years";
    private static final String SAMPLES = "samples";
    private static final String FINISHED = "finished ";

    private final SetupState state;
    private final Memory memory;
    private FeedChoice shown = FeedChoice.Demo.standard();
    private int clientId = GatewayPreset.CLIENT_ID;
    private ClientKind client = ClientKind.BUILTIN;
    private final Path folder;

    /// @param folder of the workspace: how far the guide has come is kept for each by itself
    SetupChoices(SetupState state, Memory memory, Path folder) {
        this.state = state;
        this.memory = memory;
        this.folder = folder;
    }

    /// Fills the fields with what was chosen last, or with the defaults.
    void recall(FeedChoice feed, PipelineSettings otherwise) {
        state.symbolsProperty().set(memory.get(SYMBOLS).orElse(text(otherwise.symbols())));
        state.yearsProperty().set(memory.get(YEARS).orElse(String.valueOf(otherwise.years())));
        state.samplesProperty().set(memory.get(SAMPLES).orElse(String.valueOf(otherwise.samplesPerSymbol())));
        Set<String> names = Set.of(memory.get(FINISHED + folder).orElse("").split(","));
        List<SetupStep> steps = List.of(SetupStep.values());
        steps.stream().filter(step -> names.contains(step.name())).forEach(state.finished()::add);
        // where the person left off: the first step that is not finished
        state.stepProperty().set(steps.stream().filter(step -> !state.finished().contains(step)).findFirst()
                .orElse(SetupStep.DONE));
        show(feed);
    }

    /// Takes over a source that was chosen elsewhere since the guide was last seen.
    void follow(FeedChoice chosen) {
        if (!chosen.equals(shown)) {
            show(chosen);
        }
    }

    private void show(FeedChoice feed) {
        shown = feed;
        switch (feed) {
            case FeedChoice.Demo _ -> state.kindProperty().set(Kind.DEMO);
            case FeedChoice.Gateway at -> {
                state.kindProperty().set(Kind.GATEWAY);
                state.presetProperty().set(GatewayPreset.of(at.port()));
                state.hostProperty().set(at.host());
                state.portProperty().set(String.valueOf(at.port()));
                clientId = at.clientId();
                client = at.client();
            }
            case FeedChoice.CsvFolder files -> {
                state.kindProperty().set(Kind.CSV);
                state.csvProperty().set(files.folder().toString());
            }
        }
    }

    /// Remembers the fields and the finished steps.
    void keep() {
        memory.put(SYMBOLS, state.symbolsProperty().get());
        memory.put(YEARS, state.yearsProperty().get());
        memory.put(SAMPLES, state.samplesProperty().get());
        memory.put(FINISHED + folder, state.finished().stream().map(Enum::name).sorted()
                .collect(Collectors.joining(",")));
    }

    private static String text(List<Symbol> symbols) {
        return symbols.stream().map(Symbol::value).collect(Collectors.joining(", "));
    }

    /// Where bars are to come from; ask only when [SetupChoices#problemOfSource] finds nothing.
    FeedChoice feed() {
        return switch (state.kindProperty().get()) {
            case DEMO -> FeedChoice.Demo.standard();
            case GATEWAY -> new FeedChoice.Gateway(state.hostProperty().get().strip(),
                    Integer.parseInt(state.portProperty().get().strip()), clientId, client);
            case CSV -> new FeedChoice.CsvFolder(Path.of(state.csvProperty().get().strip()));
        };
    }

    /// What keeps the source from being used, or an empty text.
    String problemOfSource() {
        return switch (state.kindProperty().get()) {
            case DEMO -> "";
            case GATEWAY -> state.hostProperty().get().isBlank()
                    ? "Name the computer on which TWS runs."
                    : problemOfNumber("Port", state.portProperty().get(), 1, 65_535);
            case CSV -> state.csvProperty().get().isBlank()
                    ? "Choose the folder that holds one SYMBOL.csv for each symbol."
                    : "";
        };
    }

    /// What is to be made; ask only when [SetupChoices#problemOfSymbols] finds nothing.
    PipelineSettings settings(PipelineSettings base) {
        return base.withSymbols(symbols()).withYears(number(state.yearsProperty().get()))
                .withSamplesPerSymbol(number(state.samplesProperty().get()));
    }

    /// What is wrong with symbols, years or options, or an empty text.
    String problemOfSymbols() {
        try {
            List<Symbol> symbols = symbols();
            if (!symbols.contains(Universe.SPY) || !symbols.contains(Universe.VIX)) {
                return "SPY and VIX are needed for the regimes.";
            }
            String years = problemOfNumber("Years", state.yearsProperty().get(), 2, 30);
            String samples = problemOfNumber("Options", state.samplesProperty().get(), 100, 250_000);
            if (years.isEmpty() && samples.isEmpty()) {
                settings(PipelineSettings.defaults());
            }
            return years.isEmpty() ? samples : years;
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private List<Symbol> symbols() {
        return Arrays.stream(state.symbolsProperty().get().split(",")).map(String::strip)
                .filter(each -> !each.isEmpty()).map(each -> Symbol.of(each.toUpperCase(Locale.ROOT))).toList();
    }

    private static int number(String text) {
        return Integer.parseInt(text.strip());
    }

    private static String problemOfNumber(String name, String text, int least, int most) {
        String wrong = "%s: a whole number from %,d to %,d.".formatted(name, least, most);
        try {
            int number = number(text);
            return number < least || number > most ? wrong : "";
        } catch (NumberFormatException e) {
            return wrong;
        }
    }
}
