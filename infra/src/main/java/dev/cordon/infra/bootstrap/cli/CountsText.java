package dev.cordon.infra.bootstrap.cli;

import dev.cordon.domain.detection.log.IntakeCounts;
import dev.cordon.domain.detection.log.Rejection;
import java.io.PrintWriter;

/** What was read and what was not understood, as a person reads it in a terminal. */
final class CountsText {

    private CountsText() {}

    static void print(IntakeCounts counts, PrintWriter out) {
        if (counts.rejectedLines() == 0) {
            out.printf("%d lines read, all understood.%n", counts.lines());
        } else {
            out.printf(
                    "%d lines read, %d not understood:%n", counts.lines(), counts.rejectedLines());
            counts.rejected().forEach((reason, count) -> printReason(counts, reason, count, out));
        }
        if (counts.unclean() > 0) {
            out.printf("%d understood lines hold bytes that are no text.%n", counts.unclean());
        }
        if (counts.forgotten() > 0) {
            out.printf(
                    "%d addresses were forgotten early because too many came; a slow attack among"
                            + " them may be missed.%n",
                    counts.forgotten());
        }
    }

    private static void printReason(
            IntakeCounts counts, Rejection reason, long count, PrintWriter out) {
        out.printf("  %8d  %s%n", count, words(reason));
        counts.samples().stream()
                .filter(sample -> sample.reason() == reason)
                .findFirst()
                .ifPresent(
                        sample ->
                                out.printf(
                                        "            line %d: %s%n",
                                        sample.number(), sample.excerpt()));
    }

    private static String words(Rejection reason) {
        return switch (reason) {
            case EMPTY -> "empty";
            case TOO_LONG -> "too long";
            case CUT_SHORT -> "cut short";
            case OTHER_FORMAT -> "not in the combined format";
            case NO_ADDRESS -> "begins with no network address";
            case BAD_TIME -> "no moment in time";
            case FUTURE_TIME -> "in the future";
            case NOT_HTTP -> "the request is not HTTP";
            case BAD_STATUS -> "no HTTP status";
            case CONTROL_CHARACTERS -> "control characters";
            case WRONG_ENCODING -> "not UTF-8";
        };
    }
}
