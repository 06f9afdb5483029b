package dev.cordon.ui.people;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import dev.cordon.application.people.PeopleQueries;
import dev.cordon.domain.people.Permission;
import dev.cordon.domain.people.Person;
import dev.cordon.domain.people.Role;
import dev.cordon.ui.kernel.Words;
import java.util.List;
import java.util.stream.Collectors;

/** Who holds which role, and which nobody holds yet. */
class TeamRoles extends Div {

    TeamRoles(PeopleQueries queries) {
        var words = Words.here();
        var people = queries.people();
        var list = new UnorderedList();
        list.addClassName("plain-list");
        for (var role : Role.values()) {
            var names =
                    people.stream()
                            .filter(Person::active)
                            .filter(person -> holds(person, role))
                            .map(Person::displayName)
                            .collect(Collectors.joining(", "));
            list.add(
                    new ListItem(
                            words.of(role)
                                    + ": "
                                    + (names.isEmpty() ? words.text("setup.team.nobody") : names)));
        }
        var how = new Paragraph(words.text("setup.team.how"));
        how.addClassNames("small", "muted");
        add(list, how);
    }

    private static boolean holds(Person person, Role role) {
        return person.grants().stream().anyMatch(grant -> grant.role() == role);
    }

    /** Whether somebody commands, and somebody else approves what is sent. */
    static boolean isThere(List<Person> people) {
        return people.stream()
                .filter(person -> person.access().may(Permission.INCIDENT_COMMAND))
                .anyMatch(
                        commander ->
                                people.stream()
                                        .filter(other -> !other.equals(commander))
                                        .anyMatch(
                                                other ->
                                                        other.access()
                                                                .may(Permission.CAMPAIGN_APPROVE)));
    }
}
