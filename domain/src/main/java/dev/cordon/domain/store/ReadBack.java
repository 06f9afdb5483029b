package dev.cordon.domain.store;

/**
 * What a store says of itself after something was taken away there.
 *
 * @param before how many there were
 * @param left how many there are still
 */
public record ReadBack(long before, long left) {

    public boolean isDone() {
        return left == 0;
    }
}
