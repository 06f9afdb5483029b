package dev.cordon.ui.shell;

import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import jakarta.servlet.http.HttpServletResponse;

/** The viewer's roles do not open this page. */
@ParentLayout(ConsoleLayout.class)
class NotYourPage extends KindPage implements HasErrorParameter<AccessDeniedException> {

    @Override
    public int setErrorParameter(
            BeforeEnterEvent event, ErrorParameter<AccessDeniedException> error) {
        return say(HttpServletResponse.SC_FORBIDDEN, "kind.access");
    }
}
