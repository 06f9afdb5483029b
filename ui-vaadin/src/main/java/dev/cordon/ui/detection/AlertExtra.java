package dev.cordon.ui.detection;

import com.vaadin.flow.component.Component;
import dev.cordon.domain.detection.Alert;
import java.util.List;

/** What another feature adds to an alert: a way on from it, or where it went. */
public interface AlertExtra {

    /** Placed beside the alert's own buttons; empty when there is nothing for the viewer. */
    List<Component> of(Alert alert);
}
