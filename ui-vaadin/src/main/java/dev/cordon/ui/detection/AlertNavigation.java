package dev.cordon.ui.detection;

import com.vaadin.flow.component.html.Anchor;
import dev.cordon.application.detection.AlertSummary;
import dev.cordon.domain.detection.Alert;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.detection.AttackKind;
import dev.cordon.ui.kernel.Words;
import org.jspecify.annotations.Nullable;

/** The addresses of alerts. */
public final class AlertNavigation {

    private AlertNavigation() {}

    public static String address(AlertId id) {
        return "alerts/" + id;
    }

    public static Anchor link(Alert alert) {
        return link(address(alert.id()), title(alert));
    }

    static Anchor link(AlertSummary alert) {
        return link(address(alert.id()), title(alert));
    }

    /**
     * @param address with the list beside it
     */
    static Anchor link(AlertSummary alert, String address) {
        return link(address, title(alert));
    }

    /** {@code Credential stuffing from 40 addresses}, or what the alert calls itself. */
    public static String title(Alert alert) {
        return title(alert.title(), alert.finding().kind(), alert.finding().addressCount());
    }

    public static String title(AlertSummary alert) {
        return title(alert.title(), alert.kind(), alert.addresses());
    }

    private static String title(@Nullable String own, AttackKind kind, int addresses) {
        var words = Words.here();
        return own == null ? words.text("alert.title", words.of(kind), addresses) : own;
    }

    private static Anchor link(String address, String title) {
        var link = new Anchor(address, title);
        link.addClassName("strong");
        return link;
    }
}
