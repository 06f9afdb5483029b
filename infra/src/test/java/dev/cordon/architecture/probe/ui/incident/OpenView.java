package dev.cordon.architecture.probe.ui.incident;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;

@Route("probe-open")
class OpenView extends Div {}
