package dev.cordon.ui.people;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import dev.cordon.application.people.PeopleQueries;
import dev.cordon.domain.people.Permission;
import dev.cordon.domain.people.Person;
import dev.cordon.ui.kernel.Chip;
import dev.cordon.ui.kernel.LiveCard;
import dev.cordon.ui.kernel.Row;
import dev.cordon.ui.kernel.Tone;
import dev.cordon.ui.kernel.Words;
import java.util.List;

/** Who works here and with which roles, and who may approve notices. */
class PeopleCard extends LiveCard<List<Person>> {

    private final Words words = Words.here();
    private final PeopleQueries queries;
    private final List<PersonExtra> extras;

    PeopleCard(PeopleQueries queries, List<PersonExtra> extras) {
        super(Words.here().text("settings.people"));
        this.queries = queries;
        this.extras = extras;
        setId("people-card");
        aside(words.text("settings.people.what"));
    }

    @Override
    protected List<Person> read() {
        return queries.people();
    }

    @Override
    protected void paint(List<Person> found) {
        show(found.stream().map(this::row).toArray(Component[]::new));
    }

    private Row row(Person person) {
        var row =
                new Row(
                        Row.two(
                                person.displayName() + " (" + person.username() + ")",
                                Grants.text(person)));
        row.setId("person-" + person.username());
        if (person.access().may(Permission.CAMPAIGN_APPROVE)) {
            row.add(new Chip(Tone.LOW, words.text("settings.approves")));
        }
        if (!person.active()) {
            row.add(new Span(words.text("settings.inactive")));
        }
        extras.forEach(extra -> row.add(extra.of(person, this::refresh)));
        return row;
    }
}
