package dev.cordon.ui.notification;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.cordon.application.kernel.Page;
import dev.cordon.domain.incident.Incident;
import dev.cordon.domain.kernel.Version;
import dev.cordon.domain.notification.Campaign;
import dev.cordon.domain.notification.Campaign.Phase;
import dev.cordon.domain.notification.CampaignId;
import dev.cordon.domain.people.Permission;
import dev.cordon.ui.incident.IncidentNavigation;
import dev.cordon.ui.incident.TimelineFormatter;
import dev.cordon.ui.kernel.LivePage;
import dev.cordon.ui.kernel.Moments;
import dev.cordon.ui.kernel.PageHead;
import dev.cordon.ui.kernel.Shown;
import dev.cordon.ui.kernel.Words;
import dev.cordon.ui.people.NameBook;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One notice: written while it is a draft, decided while it is submitted, followed once it is
 * approved.
 */
@Route("notices/:notice")
@PermitAll
class NoticeView extends Div implements BeforeEnterObserver, HasDynamicTitle, LivePage, OpenNotice {

    private final Words words = Words.here();
    private final CampaignActions actions;
    private final NameBook book;
    private final PageHead head = new PageHead("", "");
    private final Div main = new Div();
    private final Div side = new Div();
    private final Shown<Campaign> shown = new Shown<>();
    private @Nullable Campaign campaign;
    private @Nullable DeliveriesCard deliveries;
    private @Nullable NoticeEditors editors;
    private Version seen = Version.NEW;

    NoticeView(CampaignActions actions, NameBook book) {
        this.actions = actions;
        this.book = book;
        addClassNames("page", "split");
        main.addClassName("column");
        side.addClassName("column");
        add(head, main, side);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        campaign = actions.queries().campaign(id(event));
        editors = null;
        seen = campaign.version();
        refresh();
    }

    @Override
    public Version seen() {
        return seen;
    }

    @Override
    public void saved() {
        refresh();
        seen = campaign().version();
    }

    @Override
    public void reload() {
        saved();
    }

    @Override
    public Campaign campaign() {
        return Objects.requireNonNull(campaign, "set before the page is shown");
    }

    @Override
    public void refresh() {
        campaign = actions.queries().campaign(campaign().id());
        if (shown.isNew(campaign)) {
            paint(campaign);
        }
        if (deliveries != null) {
            deliveries.refresh();
        }
    }

    @Override
    public List<String> latestChanges() {
        var formatter = new TimelineFormatter(Moments.here(), book.names());
        return actions
                .incidents()
                .timeline(campaign().incident(), Page.Request.first(3))
                .items()
                .stream()
                .map(formatter::line)
                .toList();
    }

    @Override
    public String getPageTitle() {
        return words.text("notice.title") + " · Cordon";
    }

    private void paint(Campaign now) {
        var incident = actions.incidents().incident(now.incident());
        head.say(
                words.text("notice.heading", now.recipients().count()),
                incident.reference() + " " + incident.codename() + " · " + standing(now));
        main.removeAll();
        side.removeAll();
        deliveries = null;
        main.add(body(now));
        side.add(new ApprovedThing(now, book.names()));
        switch (now.phase()) {
            case Phase.Draft _ -> writing();
            case Phase.Submitted submitted -> deciding(submitted);
            case Phase.Approved _, Phase.Completed _ -> following(now);
        }
        side.add(back(incident));
    }

    private Component body(Campaign now) {
        var mayWrite = actions.caller().may(Permission.CAMPAIGN_WRITE);
        if (!(now.phase() instanceof Phase.Draft) || !mayWrite) {
            editors = null;
            seen = now.version();
            return new NoticeLetters(now, actions.queries());
        }
        // What is being typed stays, whoever else stores meanwhile; saving then says so.
        if (editors == null) {
            editors = new NoticeEditors(this, actions);
            seen = now.version();
        }
        return editors;
    }

    private void writing() {
        if (actions.caller().may(Permission.CAMPAIGN_WRITE)) {
            side.add(new SubmitPanel(this, actions));
        }
    }

    private void deciding(Phase.Submitted submitted) {
        side.add(new DecisionPanel(this, submitted, actions, book.names()));
    }

    private void following(Campaign now) {
        deliveries = new DeliveriesCard(now.id(), actions);
        main.addComponentAsFirst(deliveries);
    }

    private static Component back(Incident incident) {
        var link = IncidentNavigation.link(incident);
        link.setHref(IncidentNavigation.address(incident.reference(), NoticesTab.ID));
        link.setId("notice-incident");
        return link;
    }

    private String standing(Campaign now) {
        var names = book.names();
        var moments = Moments.here();
        return switch (now.phase()) {
            case Phase.Draft(var sentBack) ->
                    sentBack.isEmpty()
                            ? words.text("notice.is.draft")
                            : words.text("notice.is.back", sentBack);
            case Phase.Submitted(var by, var at, _) ->
                    words.text("notice.is.submitted", names.of(by), moments.moment(at));
            case Phase.Approved(var by, var at, _) ->
                    words.text("notice.is.approved", names.of(by), moments.moment(at));
            case Phase.Completed(var by, var at, _, _) ->
                    words.text("notice.is.completed", names.of(by), moments.moment(at));
        };
    }

    private static CampaignId id(BeforeEnterEvent event) {
        try {
            return CampaignId.of(event.getRouteParameters().get("notice").orElseThrow());
        } catch (IllegalArgumentException e) {
            throw new NotFoundException();
        }
    }
}
