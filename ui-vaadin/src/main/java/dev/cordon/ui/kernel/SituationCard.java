package dev.cordon.ui.kernel;

import dev.cordon.domain.people.Permission;
import java.util.function.Supplier;

/**
 * What a feature contributes to the situation.
 *
 * @param order within its column, smallest on top
 * @param needed without it the card is not there
 * @param card makes a new one for each viewer
 */
public record SituationCard(
        Column column, int order, Permission needed, Supplier<LiveCard<?>> card) {

    /** Where a card stands. */
    public enum Column {
        MAIN,
        SIDE
    }
}
