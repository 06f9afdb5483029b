package dev.cordon.domain.detection.log;

/**
 * A line that was not understood, to show to a person.
 *
 * @param number the line's number in what came in, from 1
 * @param offset where it begins, in bytes
 * @param excerpt its beginning, printable, with every other byte escaped and secrets masked
 */
public record RejectedLine(Rejection reason, long number, long offset, String excerpt) {}
