package dev.cordon.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.cordon.bench.traffic.Traffic;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A day's lines of an access log, and the same again on each day that follows, without an end. */
final class DayAfterDay implements AutoCloseable {

    /** A month before any clock that it is read by: lines of the future are not believed. */
    private static final LocalDate FIRST = LocalDate.of(2026, 9, 1);

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy", Locale.ROOT);

    private final Path log;
    private LocalDate day = FIRST;
    private BufferedReader lines;

    /** One with so many lines a day, written into the folder if it is not there. */
    DayAfterDay(long lines, int seed, Path folder) throws IOException {
        log = folder.resolve("access.log");
        if (!Files.exists(log)) {
            Traffic.write(lines, seed, folder);
        }
        this.lines = Files.newBufferedReader(log, US_ASCII);
    }

    String next() throws IOException {
        var line = lines.readLine();
        if (line == null) {
            day = day.plusDays(1);
            lines.close();
            lines = Files.newBufferedReader(log, US_ASCII);
            return next();
        }
        int date = line.indexOf('[') + 1;
        var today = day.format(DATE);
        return line.substring(0, date) + today + line.substring(date + today.length());
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
