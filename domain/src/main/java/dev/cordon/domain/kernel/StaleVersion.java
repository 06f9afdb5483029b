package dev.cordon.domain.kernel;

/** Somebody else changed the thing since the caller read it. Nothing was overwritten. */
public class StaleVersion extends RuntimeException {

    public StaleVersion(String what, Version seen) {
        super(what + " was changed by somebody else since version " + seen.value());
    }
}
