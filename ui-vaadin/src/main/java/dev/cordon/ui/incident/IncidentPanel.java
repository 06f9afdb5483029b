package dev.cordon.ui.incident;

import dev.cordon.domain.incident.Incident;
import dev.cordon.ui.kernel.LiveCard;
import java.util.function.Supplier;

/** A card that a feature contributes to the overview. */
public interface IncidentPanel {

    /** Its place in the column. */
    int order();

    /** A card that reads about whatever incident the page shows. */
    LiveCard<?> card(Supplier<Incident> incident);
}
