package dev.cordon.domain.detection.rule;

import dev.cordon.domain.detection.log.EventClass;

/** One reading of a detection: for events of one class, which {@code class_uid} asks about. */
final class Reading {

    private final Placeholders placeholders;
    private final EventClass assumed;
    private boolean classAsked;

    Reading(Placeholders placeholders, EventClass assumed) {
        this.placeholders = placeholders;
        this.assumed = assumed;
    }

    Placeholders placeholders() {
        return placeholders;
    }

    boolean isOf(long classUid) {
        classAsked = true;
        return assumed.uid() == classUid;
    }

    /** Whether another class may make another condition. */
    boolean hasAskedForClass() {
        return classAsked;
    }
}
