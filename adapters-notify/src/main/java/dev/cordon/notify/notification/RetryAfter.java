package dev.cordon.notify.notification;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** {@code Retry-After}, in seconds or as a date (RFC 9110, section 10.2.3). */
final class RetryAfter {

    private RetryAfter() {}

    /**
     * How long the other side wants to be left alone; zero if it says nothing that can be
     * understood.
     *
     * @param value of the header
     * @param now what a date is counted from
     */
    static Duration of(String value, Instant now) {
        var text = value.strip();
        try {
            return text.chars().allMatch(Character::isDigit)
                    ? Duration.ofSeconds(Long.parseLong(text))
                    : untilThen(text, now);
        } catch (DateTimeException | NumberFormatException e) {
            return Duration.ZERO;
        }
    }

    private static Duration untilThen(String date, Instant now) {
        var then = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
        var rest = Duration.between(now, then);
        return rest.isNegative() ? Duration.ZERO : rest;
    }
}
