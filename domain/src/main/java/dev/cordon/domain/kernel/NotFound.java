package dev.cordon.domain.kernel;

/**
 * There is no such thing, or it belongs to a store the caller may not see: both answer the same.
 */
public class NotFound extends RuntimeException {

    public NotFound(String what) {
        super(what + " was not found");
    }
}
