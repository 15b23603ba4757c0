package io.tidemark.gateway.demo;

import io.tidemark.market.SessionClock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/// The last moment that a request for bars covers: `20241231 16:00:00 US/Eastern`, or `20241231-21:00:00` in UTC.
///
/// @param moment the moment
/// @param zoneMissing whether it had to be guessed that New York was meant
record EndMoment(Instant moment, boolean zoneMissing) {
    private static final Pattern FORM = Pattern
            .compile("(\\d{8})([ -])(\\d{2}:\\d{2}:\\d{2})(?: ([A-Za-z0-9_/+:-]+))?");
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyyMMdd HH:mm:ss");

    /// The moment that is written, if it is one.
    static Optional<EndMoment> parse(String text) {
        var matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        boolean utc = matcher.group(2).equals("-");
        if (utc && matcher.group(4) != null) {
            return Optional.empty();
        }
        try {
            var local = LocalDateTime.parse(matcher.group(1) + " " + matcher.group(3), LOCAL);
            if (utc) {
                return Optional.of(new EndMoment(local.toInstant(ZoneOffset.UTC), false));
            }
            boolean missing = matcher.group(4) == null;
            var zone = missing ? SessionClock.NEW_YORK : ZoneId.of(matcher.group(4));
            return Optional.of(new EndMoment(local.atZone(zone).toInstant(), missing));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
