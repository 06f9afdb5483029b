package dev.cordon.application.incident;

import dev.cordon.application.kernel.Page;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.incident.TimelineEntry;

/** The entries of incidents' timelines, added and never changed. */
public interface Timeline {

    void append(TimelineEntry entry);

    /** Latest occurrence first; the caller has shown that it may see the incident. */
    Page<TimelineEntry> of(IncidentId incident, Page.Request page);

    int count(IncidentId incident);
}
