package dev.cordon.infra.persistence;

/** Hears of each revision in its transaction, once all that it changed is written. */
public interface RevisionRecorder {

    void record(long revision);
}
