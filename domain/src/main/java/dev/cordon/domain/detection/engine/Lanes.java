package dev.cordon.domain.detection.engine;

import java.util.List;
import java.util.function.Consumer;

/**
 * How many processors look at the lines. Each reads them all and looks at those of its own
 * addresses; what depends on more than one address is done by one alone, in the order of the lines,
 * so that their number changes no alert. Only where more addresses come than are followed at once
 * does it matter who is forgotten: each lane follows its share of them.
 *
 * @param side runs these tasks side by side and returns when all are done
 */
public record Lanes(int count, Consumer<List<Runnable>> side) {

    private static final int MOST = 64;

    /** All lines by one processor, which calls nobody. */
    public static final Lanes ONE = new Lanes(1, tasks -> tasks.forEach(Runnable::run));

    public Lanes {
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException("1 to " + MOST + " lanes, not " + count);
        }
    }
}
