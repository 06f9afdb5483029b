package dev.cordon.architecture.probe.ui.incident;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

@Route("probe-public")
@PermitAll
public class PublicView extends Div {}
