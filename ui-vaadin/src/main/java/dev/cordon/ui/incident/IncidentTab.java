package dev.cordon.ui.incident;

import com.vaadin.flow.component.html.Div;
import dev.cordon.domain.incident.Incident;
import dev.cordon.domain.people.Permission;
import java.util.OptionalInt;

/** A tab of the incident page, contributed by a feature. */
public interface IncidentTab {

    /** Its part of the address; its name is the text {@code incident.tab.<id>}. */
    String id();

    /** Its place among the tabs. */
    int order();

    /** Without it the tab is not there. */
    Permission needed();

    /** How many of what it holds there are, where that can be said. */
    OptionalInt count(Incident incident);

    /** Builds what the tab shows, once per page. */
    Content open(OpenIncident page);

    /** What a tab shows. */
    abstract class Content extends Div {

        protected Content() {
            addClassName("page");
        }

        /** Shows what is known now; leaves alone what did not change and what is being typed. */
        public abstract void refresh(Incident incident);
    }
}
