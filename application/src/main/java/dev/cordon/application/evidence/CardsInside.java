package dev.cordon.application.evidence;

import java.io.IOException;

/**
 * The content holds card numbers or verification codes that cannot be blotted out without breaking
 * it (PCI DSS 4.0.1, requirement 3.3.1). Nothing was kept.
 */
public class CardsInside extends IOException {

    private final long found;
    private final boolean packed;

    CardsInside(long found, boolean packed) {
        super(
                "The content holds "
                        + found
                        + " card numbers or verification codes that cannot be blotted out without"
                        + " breaking it. Nothing was kept. "
                        + (packed
                                ? "Unpack it and hand in its text files, where they are blotted out;"
                                : "Hand in a text export of it, where they are blotted out;")
                        + " or let somebody who may leave card numbers in take it in, with the"
                        + " reason.");
        this.found = found;
        this.packed = packed;
    }

    public long found() {
        return found;
    }

    /** Whether it could be unpacked, and handed in so. */
    public boolean isPacked() {
        return packed;
    }
}
