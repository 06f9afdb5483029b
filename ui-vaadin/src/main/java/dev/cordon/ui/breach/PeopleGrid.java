package dev.cordon.ui.breach;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.cordon.domain.breach.AffectedPerson;
import dev.cordon.domain.breach.DeterminationId;
import dev.cordon.domain.people.Permission;
import dev.cordon.ui.kernel.LazyGrid;
import dev.cordon.ui.kernel.TimeText;
import dev.cordon.ui.kernel.Words;

/** The affected people; names and addresses in full only for those who work with them. */
class PeopleGrid extends LazyGrid<AffectedPerson> {

    private final Words words = Words.here();
    private final boolean open;

    PeopleGrid(DeterminationId of, BreachActions actions) {
        super(request -> actions.queries().people(of, request));
        open = actions.caller().may(Permission.BREACH_ASSESS);
        setId("people");
        text(words.text("people.account"), person -> Long.toString(person.customer().id()));
        text(words.text("people.name"), this::name);
        text(words.text("people.email"), this::email);
        text(words.text("people.country"), person -> person.customer().country());
        text(words.text("people.why"), person -> words.of(person.why()));
        cell(words.text("people.seen"), person -> TimeText.moment(person.seenAt()));
        compact(words.text("incident.tab.people"), this::card);
    }

    private String name(AffectedPerson person) {
        var customer = person.customer();
        var name = (customer.firstName() + " " + customer.lastName()).strip();
        return open ? name : Masked.name(name);
    }

    private String email(AffectedPerson person) {
        var email = person.customer().email();
        return open ? email : Masked.email(email);
    }

    private Div card(AffectedPerson person) {
        var why = new Span(words.of(person.why()));
        why.addClassNames("muted", "small");
        var card = new Div(new Span(name(person) + " · " + email(person)), why);
        card.addClassName("two-lines");
        return card;
    }
}
