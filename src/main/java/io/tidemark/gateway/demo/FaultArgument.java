package io.tidemark.gateway.demo;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What may stand behind the colon of a fault.
///
/// @param usage how it is written, empty when nothing may stand there
/// @param standard what is meant when nothing stands there
/// @param form what a text has to look like
record FaultArgument(String usage, String standard, Pattern form) {
    private static final String DATE = "DATE";
    private static final Pattern DATE_AT_END = Pattern.compile("(?:.*:)?(\\d{4}-\\d{2}-\\d{2})");

    /// Nothing.
    static FaultArgument none() {
        return new FaultArgument("", "", Pattern.compile(""));
    }

    /// Seconds, with up to three decimals.
    static FaultArgument seconds(String standard) {
        return new FaultArgument("SECONDS", standard, Pattern.compile("\\d{1,5}(\\.\\d{1,3})?"));
    }

    /// A whole number from 1 to 9999.
    static FaultArgument number(String usage, String standard) {
        return new FaultArgument(usage, standard, Pattern.compile("[1-9]\\d{0,3}"));
    }

    /// One of some words; the first is meant when none is given.
    static FaultArgument oneOf(String first, String... others) {
        String words = first + "|" + String.join("|", others);
        return new FaultArgument(words, first, Pattern.compile(words));
    }

    /// The ratio of a split, 10 or 1/8, and behind another colon the day from which it is in force, or none.
    static FaultArgument split(String standard) {
        return new FaultArgument("RATIO[:DATE]", standard,
                Pattern.compile("([1-9]\\d{0,3}|1/[1-9]\\d{0,3})(:\\d{4}-\\d{2}-\\d{2})?"));
    }

    /// The date that an argument ends with, if it does.
    static Optional<String> dateIn(String argument) {
        Matcher found = DATE_AT_END.matcher(argument);
        return found.matches() ? Optional.of(found.group(1)) : Optional.empty();
    }

    /// A date such as 2024-06-10, or none.
    static FaultArgument date() {
        return new FaultArgument(DATE, "", Pattern.compile("|\\d{4}-\\d{2}-\\d{2}"));
    }
}
