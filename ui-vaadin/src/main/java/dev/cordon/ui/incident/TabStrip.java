package dev.cordon.ui.incident;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import dev.cordon.application.kernel.Caller;
import dev.cordon.domain.incident.Incident;
import dev.cordon.ui.kernel.Shown;
import dev.cordon.ui.kernel.Words;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/** The tabs that the viewer may open, each with an address of its own. */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class TabStrip extends Nav {

    private final Words words = Words.here();
    private final List<IncidentTab> offered;
    private final Map<String, IncidentTab.Content> opened = new LinkedHashMap<>();
    private IncidentTab.@Nullable Content current;
    private String currentId = "";
    private final Shown<List<Label>> shown = new Shown<>();

    TabStrip(List<IncidentTab> contributed, Caller caller) {
        offered =
                contributed.stream()
                        .filter(tab -> caller.may(tab.needed()))
                        .sorted(Comparator.comparingInt(IncidentTab::order))
                        .toList();
        setId("incident-tabs");
        addClassName("tabs");
        getElement().setAttribute("aria-label", words.text("incident.tabs"));
    }

    /** The content of the tab with that id, the first for none; empty if there is no such tab. */
    Optional<IncidentTab.Content> open(String id, OpenIncident page) {
        var wanted =
                offered.stream().filter(tab -> id.isEmpty() || tab.id().equals(id)).findFirst();
        wanted.ifPresent(
                tab -> {
                    currentId = tab.id();
                    // What was typed in a tab is still there when the viewer comes back to it.
                    current = opened.computeIfAbsent(tab.id(), _ -> tab.open(page));
                });
        return wanted.map(tab -> opened.get(tab.id()));
    }

    void refresh(Incident incident) {
        var labels = offered.stream().map(tab -> label(tab, incident)).toList();
        // Only what changed: a link that is replaced would take the keyboard's focus with it.
        if (shown.isNew(labels)) {
            removeAll();
            labels.forEach(label -> add(link(label, incident)));
        }
        if (current != null) {
            current.refresh(incident);
        }
    }

    private Label label(IncidentTab tab, Incident incident) {
        var count = tab.count(incident);
        return new Label(
                tab.id(),
                count.isPresent() ? words.text("number", count.getAsInt()) : "",
                tab.id().equals(currentId));
    }

    private Anchor link(Label label, Incident incident) {
        var link = new Anchor(IncidentNavigation.address(incident.reference(), label.id()));
        link.setId("tab-" + label.id());
        link.add(new Span(words.text("incident.tab." + label.id())));
        if (!label.count().isEmpty()) {
            var count = new Span(label.count());
            count.addClassName("count");
            link.add(count);
        }
        if (label.current()) {
            link.addClassName("on");
            link.getElement().setAttribute("aria-current", "page");
        }
        return link;
    }

    private record Label(String id, String count, boolean current) {}
}
