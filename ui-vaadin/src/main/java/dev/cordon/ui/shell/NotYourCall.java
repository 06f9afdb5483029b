package dev.cordon.ui.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import dev.cordon.application.kernel.Denied;
import jakarta.servlet.http.HttpServletResponse;

/** A page asked for something that the viewer may not read. */
@ParentLayout(ConsoleLayout.class)
class NotYourCall extends KindPage implements HasErrorParameter<Denied> {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Denied> error) {
        return say(
                HttpServletResponse.SC_FORBIDDEN,
                "kind.denied",
                Permitted.by(error.getException(), words()));
    }
}
