package dev.cordon.application.evidence;

/** Whether a mirror was ever begun, so that an empty folder does not pass for a new one. */
public interface MirrorMark {

    boolean isMade();

    void make();
}
