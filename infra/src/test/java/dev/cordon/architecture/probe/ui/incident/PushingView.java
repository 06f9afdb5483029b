package dev.cordon.architecture.probe.ui.incident;

import com.vaadin.flow.component.UI;

class PushingView {
    void push(UI ui) {
        ui.access(() -> {});
    }
}
