package dev.cordon.ui.shell;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.RouterLayout;
import dev.cordon.ui.kernel.LivePage;
import dev.cordon.ui.kernel.Words;
import jakarta.annotation.security.PermitAll;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rail and top bar around every page; keeps page and badges fresh while somebody looks. */
@Layout
@PermitAll
@JavaScript("context://cordon/cordon.js")
class ConsoleLayout extends Div implements RouterLayout, AfterNavigationObserver {

    private static final Logger LOG = LoggerFactory.getLogger(ConsoleLayout.class);

    private final Rail rail;
    private final Announcer announcer = new Announcer();
    private final Main main = new Main();
    private final LiveRefresh live;
    private final OldBanner old;
    private LiveRefresh.@Nullable Watch watch;
    private @Nullable LivePage page;

    ConsoleLayout(Rail rail, TopBar top, LiveRefresh live, DemoBanner demo, OldBanner old) {
        this.rail = rail;
        this.old = old;
        this.live = live;
        addClassName("app");
        main.setId("main");
        main.getElement().setAttribute("tabindex", "-1");
        var skip = new Anchor("#main", Words.here().text("shell.skip"));
        skip.addClassName("skip");
        skip.setRouterIgnore(true);
        top.onMenu(rail::toggle);
        var right = new Div(demo, old, top, main);
        right.addClassName("right");
        add(skip, rail, right, announcer);
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        main.getElement().removeAllChildren();
        main.getElement().appendChild(content.getElement());
        page = content instanceof LivePage livePage ? livePage : null;
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        rail.close();
        rail.mark(event.getLocation());
        rail.refresh();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        watch = live.watch(event.getUI(), this::refresh);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (watch != null) {
            watch.end();
        }
    }

    private void refresh() {
        try {
            look();
            old.hide();
        } catch (RuntimeException e) {
            // A question every few seconds would be worse than a line that stays.
            LOG.warn("console could not read again", e);
            old.show();
        }
    }

    private void look() {
        announcer.say(rail.refresh());
        var ui = getUI().orElse(null);
        // Behind an open question nothing moves: the answer belongs to what was seen with it.
        if (page != null && ui != null && !ui.hasModalComponent()) {
            page.refresh();
        }
    }
}
