package dev.cordon.architecture.probe.ui.incident;

import com.vaadin.flow.component.html.Div;

record PaintingViewModel(Div page) {}
