package dev.cordon.ui.breach;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.cordon.domain.breach.AffectedPerson;
import dev.cordon.domain.breach.DeterminationId;
import dev.cordon.ui.kernel.LazyGrid;
import dev.cordon.ui.kernel.TimeText;
import dev.cordon.ui.kernel.Words;

/** The affected people, as far as the viewer is told who they are. */
class PeopleGrid extends LazyGrid<AffectedPerson> {

    private final Words words = Words.here();

    PeopleGrid(DeterminationId of, BreachActions actions) {
        super(request -> actions.queries().people(of, request));
        setId("people");
        text(words.text("people.account"), person -> Long.toString(person.customer().id()));
        text(words.text("people.name"), PeopleGrid::name);
        text(words.text("people.email"), PeopleGrid::email);
        text(words.text("people.country"), person -> person.customer().country());
        text(words.text("people.why"), person -> words.of(person.why()));
        cell(words.text("people.seen"), person -> TimeText.moment(person.seenAt()));
        compact(words.text("incident.tab.people"), this::card);
    }

    private static String name(AffectedPerson person) {
        var customer = person.customer();
        return (customer.firstName() + " " + customer.lastName()).strip();
    }

    private static String email(AffectedPerson person) {
        return person.customer().email();
    }

    private Div card(AffectedPerson person) {
        var why = new Span(words.of(person.why()));
        why.addClassNames("muted", "small");
        var card = new Div(new Span(name(person) + " · " + email(person)), why);
        card.addClassName("two-lines");
        return card;
    }
}
