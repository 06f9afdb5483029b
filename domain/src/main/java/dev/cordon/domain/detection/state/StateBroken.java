package dev.cordon.domain.detection.state;

/** A saved state that cannot be read: damaged, or of another form. */
public final class StateBroken extends RuntimeException {
    public StateBroken(String what) {
        super("the saved state of detection cannot be read: " + what);
    }
}
