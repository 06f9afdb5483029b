package dev.cordon.ui.notification;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.cordon.application.notification.LocalMailbox.Mail;
import dev.cordon.application.notification.LocalMailboxQueries;
import dev.cordon.ui.kernel.EmptyState;
import dev.cordon.ui.kernel.LazyGrid;
import dev.cordon.ui.kernel.LivePage;
import dev.cordon.ui.kernel.PageHead;
import dev.cordon.ui.kernel.Place;
import dev.cordon.ui.kernel.TimeText;
import dev.cordon.ui.kernel.Words;
import jakarta.annotation.security.PermitAll;

/** What customers got, in a demonstration: caught on this machine, delivered to nobody. */
@Route("mailbox/:mail?")
@PermitAll
class MailboxView extends Div implements LivePage, BeforeEnterObserver, HasDynamicTitle {

    private final Words words = Words.here();
    private final LocalMailboxQueries queries;
    private final PageHead head = new PageHead(words.of(Place.MAILBOX), "");
    private final LazyGrid<Mail> grid;
    private final Div split = new Div();
    private final Div open = new Div();

    MailboxView(LocalMailboxQueries queries) {
        this.queries = queries;
        addClassName("page");
        grid = new LazyGrid<>(queries::list);
        grid.setId("mails");
        grid.cell(words.text("mailbox.mail"), this::line).setFlexGrow(3);
        grid.cell(words.text("mailbox.at"), mail -> TimeText.moment(mail.at()));
        grid.compact(words.of(Place.MAILBOX), this::line);
        grid.addItemClickListener(
                click -> UI.getCurrent().navigate("mailbox/" + click.getItem().id()));
        grid.setEmptyStateComponent(
                new EmptyState(words.text("mailbox.empty"), words.text("mailbox.empty.what")));
        open.setId("mail");
        open.addClassName("detail");
        split.addClassName("list-with-detail");
        split.add(grid, open);
        add(head, split);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        open.removeAll();
        var id = event.getRouteParameters().get("mail");
        id.ifPresent(mail -> open.add(letter(queries.mail(mail))));
        split.setClassName("open", id.isPresent());
        open.setVisible(id.isPresent());
        refresh();
    }

    @Override
    public void refresh() {
        head.say(words.of(Place.MAILBOX), words.text("mailbox.count", queries.count()));
        grid.refresh();
    }

    @Override
    public String getPageTitle() {
        return words.of(Place.MAILBOX) + " · Cordon";
    }

    private Component line(Mail mail) {
        var subject = new Anchor("mailbox/" + mail.id(), mail.subject());
        subject.addClassName("strong");
        var to = new Span(mail.to());
        to.addClassNames("muted", "small");
        var both = new Div(subject, to);
        both.addClassName("two-lines");
        return both;
    }

    private Component letter(Mail mail) {
        var headers = new Div();
        headers.addClassName("small");
        headers.setText(words.text("mailbox.headers", mail.from(), mail.to(), mail.replyTo()));
        var subject = new Div(mail.subject());
        subject.addClassName("subject");
        var text = new Div(mail.text());
        text.addClassName("text");
        var letter = new Div(headers, subject, text);
        letter.addClassName("mail");
        return letter;
    }
}
