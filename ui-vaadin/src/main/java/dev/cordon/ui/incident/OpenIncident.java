package dev.cordon.ui.incident;

import dev.cordon.domain.incident.Incident;

/** The incident page, as its tabs and steps see it. */
public interface OpenIncident {

    /** As the viewer sees it now; its version travels with every command. */
    Incident incident();

    /** Reads again, after something was done. */
    void refresh();

    /** Shows another tab. */
    void show(String tab);
}
