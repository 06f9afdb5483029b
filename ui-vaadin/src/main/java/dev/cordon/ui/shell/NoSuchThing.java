package dev.cordon.ui.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import dev.cordon.domain.kernel.NotFound;
import jakarta.servlet.http.HttpServletResponse;

/** There is no such thing, or it belongs to a store that the viewer may not see. */
@ParentLayout(ConsoleLayout.class)
class NoSuchThing extends KindPage implements HasErrorParameter<NotFound> {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFound> error) {
        return say(HttpServletResponse.SC_NOT_FOUND, "kind.thing");
    }
}
