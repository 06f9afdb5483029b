package dev.cordon.ui.detection;

import com.vaadin.flow.component.html.Anchor;
import dev.cordon.domain.detection.Alert;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.ui.kernel.Words;

/** The addresses of alerts. */
public final class AlertNavigation {

    private AlertNavigation() {}

    public static String address(AlertId id) {
        return "alerts/" + id;
    }

    public static Anchor link(Alert alert) {
        var link = new Anchor(address(alert.id()), title(alert));
        link.addClassName("strong");
        return link;
    }

    /** {@code Credential stuffing from 40 addresses}. */
    public static String title(Alert alert) {
        var words = Words.here();
        var finding = alert.finding();
        return words.text("alert.title", words.of(finding.kind()), finding.addressCount());
    }
}
