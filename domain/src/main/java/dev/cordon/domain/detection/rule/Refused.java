package dev.cordon.domain.detection.rule;

/** A rule cannot be run; the message is a sentence for the person who wrote it. */
final class Refused extends RuntimeException {

    private final String reason;

    Refused(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    /** The same reason, with what it is about in front. */
    Refused about(String what) {
        return reason.contains(what) ? this : new Refused(what + ": " + reason);
    }

    /** A sentence without its end. */
    String reason() {
        return reason.length() > 400 ? reason.substring(0, 400) + "…" : reason;
    }
}
