package io.tidemark.gateway.demo;

import io.tidemark.market.Symbol;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Arrays;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/// One thing that a demo gateway shall do wrong.
///
/// Written `name[:argument][@SYMBOL][xTIMES]`: `no-answer`, `delay:3@TSLA`, `error-162:pacing@SPYx2`. Without a symbol
/// it strikes whatever comes, without a number of times always.
///
/// @param kind what goes wrong
/// @param argument how, in the kind's own form; empty when the kind takes none
/// @param symbol whose requests it strikes; all when empty
/// @param times how often it strikes before all is well
public record Fault(FaultKind kind, String argument, Optional<Symbol> symbol, int times) {
    /// The number of times that stands for "always".
    public static final int ALWAYS = Integer.MAX_VALUE;

    private static final Pattern FORM = Pattern
            .compile(
                    "(?<name>[a-z0-9-]+?)(:(?<argument>[^@]*?))?(@(?<symbol>[A-Z0-9.]+))?"
                            + "@?(x(?<times>[1-9]\\d{0,3}))?");
    private static final BigDecimal MILLIS = BigDecimal.valueOf(1000);

    /// Checks the argument.
    ///
    /// @throws IllegalArgumentException when the kind does not take it; the message says what it takes
    public Fault {
        if (!kind.takes(argument)) {
            throw new IllegalArgumentException(
                    "fault '" + kind.text() + "' does not take '" + argument + "': write " + kind.usage());
        }
        if (times < 1) {
            throw new IllegalArgumentException("a fault strikes at least once, not " + times + " times");
        }
    }

    /// A fault that always strikes, with the argument that is meant when none is given.
    public static Fault of(FaultKind kind) {
        return new Fault(kind, kind.standard(), Optional.empty(), ALWAYS);
    }

    /// A fault written as text.
    ///
    /// @throws IllegalArgumentException when the text is none; the message says what is wrong and what there is
    public static Fault parse(String text) {
        var matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no fault: write name[:argument][@SYMBOL][xTIMES], such as no-answer@TSLAx2");
        }
        var kind = FaultKind.named(matcher.group("name")).orElseThrow(() -> new IllegalArgumentException(
                "there is no fault '" + matcher.group("name") + "', only " + String.join(", ", FaultKind.names())));
        var argument = Optional.ofNullable(matcher.group("argument")).orElse(kind.standard());
        var symbol = Optional.ofNullable(matcher.group("symbol")).map(Symbol::of);
        int times = Optional.ofNullable(matcher.group("times")).map(Integer::valueOf).orElse(ALWAYS);
        return new Fault(kind, argument, symbol, times);
    }

    /// All kinds of fault in the order of a connection's life: how each is written, and one line on what it does.
    public static Map<String, String> catalogue() {
        var catalogue = new LinkedHashMap<String, String>();
        Arrays.stream(FaultKind.values()).forEach(kind -> catalogue.put(kind.usage(), kind.description()));
        return catalogue;
    }

    /// The argument as seconds.
    Duration pause() {
        return Duration.ofMillis(new BigDecimal(argument).multiply(MILLIS).longValueExact());
    }

    /// The argument as a whole number.
    int number() {
        return Integer.parseInt(argument);
    }

    /// The date that the argument ends with; empty when none was given.
    Optional<LocalDate> date() {
        return FaultArgument.dateIn(argument).map(LocalDate::parse);
    }

    /// How many new shares the split in the argument makes of [Fault#oldShares].
    BigDecimal shares() {
        String ratio = argument.split(":", -1)[0];
        return ratio.startsWith("1/") ? BigDecimal.ONE : new BigDecimal(ratio);
    }

    /// How many old shares become [Fault#shares] new ones.
    BigDecimal oldShares() {
        String ratio = argument.split(":", -1)[0];
        return ratio.startsWith("1/") ? new BigDecimal(ratio.substring(2)) : BigDecimal.ONE;
    }

    /// Whether it concerns requests for a symbol.
    boolean concerns(Symbol other) {
        return symbol.isEmpty() || symbol.get().equals(other);
    }

    /// As [#parse(String)] reads it.
    @Override
    public String toString() {
        return kind.text() + (argument.isEmpty() ? "" : ":" + argument) + symbol.map(each -> "@" + each).orElse("")
                + (times == ALWAYS ? "" : "x" + times);
    }
}
