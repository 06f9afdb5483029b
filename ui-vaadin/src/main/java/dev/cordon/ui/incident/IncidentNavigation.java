package dev.cordon.ui.incident;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import dev.cordon.domain.incident.Incident;
import dev.cordon.domain.incident.Reference;

/** The addresses of incidents. */
public final class IncidentNavigation {

    private IncidentNavigation() {}

    public static String address(Reference reference) {
        return "incidents/" + reference.value();
    }

    public static String address(Reference reference, String tab) {
        return address(reference) + "/" + tab;
    }

    public static Anchor link(Incident incident) {
        var link =
                new Anchor(
                        address(incident.reference()),
                        incident.reference().value() + " " + incident.codename());
        link.addClassName("strong");
        return link;
    }

    public static void open(Reference reference, String tab) {
        UI.getCurrent().navigate(address(reference, tab));
    }
}
