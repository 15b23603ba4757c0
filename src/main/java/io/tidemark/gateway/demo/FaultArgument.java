package io.tidemark.gateway.demo;

import java.util.regex.Pattern;

/// What may stand behind the colon of a fault.
///
/// @param usage how it is written, empty when nothing may stand there
/// @param standard what is meant when nothing stands there
/// @param form what a text has to look like
record FaultArgument(String usage, String standard, Pattern form) {
    /// The usage of a date.
    static final String DATE = "DATE";

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

    /// A date such as 2024-06-10, or none.
    static FaultArgument date() {
        return new FaultArgument(DATE, "", Pattern.compile("|\\d{4}-\\d{2}-\\d{2}"));
    }
}
