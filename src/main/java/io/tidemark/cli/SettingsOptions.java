package io.tidemark.cli;

import io.tidemark.market.Symbol;
import io.tidemark.pipeline.PipelineSettings;
import io.tidemark.pipeline.VolatilityChoice;
import io.tidemark.workspace.Workspace;
import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// The options that say what is to be made, one class each, so that a command shows just those it uses.
///
/// Each puts its value over settings; a value out of range ends as wrong usage.
final class SettingsOptions {
    private SettingsOptions() {
    }

    /// Which symbols.
    static final class Symbols {
        @Option(names = "--symbols", split = ",", paramLabel = "SYMBOLS", hideParamSyntax = true,
                description = "Separated by commas (default: SPY,VIX,TSLA,NVDA,AMD).")
        private @Nullable List<String> symbols;

        /// The given settings with these symbols.
        PipelineSettings over(PipelineSettings settings) {
            return symbols == null
                    ? settings
                    : settings.withSymbols(symbols.stream().map(String::strip).map(Symbol::of).toList());
        }
    }

    /// How many years.
    static final class Years {
        @Option(names = "--years", paramLabel = "N", defaultValue = "10",
                description = "Years of daily bars (default: ${DEFAULT-VALUE}).")
        private int years = 10;

        /// The given settings with these years.
        PipelineSettings over(PipelineSettings settings) {
            return settings.withYears(years);
        }
    }

    /// Whether implied volatility is used.
    static final class ImpliedVolatility {
        @Option(names = "--implied-volatility", paramLabel = "on|off",
                description = "Whether the daily implied volatility of options is downloaded and used for options "
                        + "sampled from now on. The workspace remembers it (at first: on).")
        private @Nullable Switch choice;

        /// The two ways.
        enum Switch {
            ON, OFF
        }

        /// Makes the workspace remember it, if it was given.
        ///
        /// @throws IOException when the settings cannot be read or written
        void keepIn(Workspace workspace) throws IOException {
            if (choice != null) {
                new VolatilityChoice(workspace).choose(choice == Switch.ON);
            }
        }
    }

    /// How many options are sampled.
    static final class Samples {
        @Option(names = "--samples", paramLabel = "N", defaultValue = "4000",
                description = "Options a symbol for the touch model (default: ${DEFAULT-VALUE}).")
        private int samples = 4_000;

        /// The given settings with these samples.
        PipelineSettings over(PipelineSettings settings) {
            return settings.withSamplesPerSymbol(samples);
        }
    }

    /// How many of the collected real options are mixed in.
    static final class RealShare {
        @Option(names = "--real-share", paramLabel = "SHARE", defaultValue = "1",
                description = "Share of the collected real options that is mixed in once they have expired, 0 to 1 "
                        + "(default: ${DEFAULT-VALUE}).")
        private double share = 1;

        /// The given settings with this share.
        PipelineSettings over(PipelineSettings settings) {
            return settings.withRealShare(share);
        }
    }

    /// How far ahead labels lie.
    static final class Horizon {
        @Option(names = "--horizon", paramLabel = "N", defaultValue = "0",
                description = "Sessions between a day and the regime to foretell (default: ${DEFAULT-VALUE}).")
        private int horizon;

        /// The given settings with this horizon.
        PipelineSettings over(PipelineSettings settings) {
            return settings.withHorizon(horizon);
        }
    }

    /// The seed.
    static final class Seed {
        @Option(names = "--seed", paramLabel = "N", defaultValue = "42",
                description = "Seed of sampling and training (default: ${DEFAULT-VALUE}).")
        private long seed = 42;

        /// The given settings with this seed.
        PipelineSettings over(PipelineSettings settings) {
            return settings.withSeed(seed);
        }
    }

    /// The default settings with options put over them.
    ///
    /// @throws ParameterException when a value is out of range
    static PipelineSettings with(CommandSpec command, List<UnaryOperator<PipelineSettings>> options) {
        try {
            PipelineSettings settings = PipelineSettings.defaults();
            for (var option : options) {
                settings = option.apply(settings);
            }
            return settings;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), e.getMessage(), e);
        }
    }
}
