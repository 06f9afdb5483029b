package dev.cordon.ui.people;

import dev.cordon.application.people.PeopleDirectory.DirectoryUnreachable;
import dev.cordon.application.people.PeopleQueries;
import dev.cordon.ui.kernel.Names;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Looks up how those who act are called. */
@Component
public class NameBook {

    private final PeopleQueries people;

    NameBook(PeopleQueries people) {
        this.people = people;
    }

    /** Login names alone while the directory does not answer: a page is worth more than a name. */
    public Names names() {
        try {
            return new Names(people.names());
        } catch (DirectoryUnreachable e) {
            return new Names(Map.of());
        }
    }
}
