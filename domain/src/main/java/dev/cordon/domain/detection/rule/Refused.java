package dev.cordon.domain.detection.rule;

/** A rule cannot be run; the message is a sentence for the person who wrote it. */
final class Refused extends RuntimeException {

    Refused(String reason) {
        super(reason, null, false, false);
    }
}
