package dev.cordon.application.people;

import dev.cordon.application.stereotype.Queries;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.domain.people.Permission;
import dev.cordon.domain.people.Person;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Who is on this team, and who may approve. */
@Queries
public class PeopleQueries {

    private final PeopleDirectory directory;

    PeopleQueries(PeopleDirectory directory) {
        this.directory = directory;
    }

    @Requires(Permission.PEOPLE_READ)
    public List<Person> people() {
        return directory.people();
    }

    /** The names to show, by login name; asked by every page that says who did something. */
    @Requires(Permission.INCIDENT_READ)
    public Map<String, String> names() {
        return directory.people().stream()
                .collect(Collectors.toMap(Person::username, Person::displayName, (one, _) -> one));
    }

    /** Asked by whoever wrote a notice and now waits for somebody else. */
    @Requires(Permission.CAMPAIGN_READ)
    public List<Person> whoMayApproveNotices() {
        return directory.whoMay(Permission.CAMPAIGN_APPROVE);
    }
}
