package dev.cordon.application.people;

import dev.cordon.domain.people.Permission;
import dev.cordon.domain.people.Person;
import java.util.List;
import java.util.Optional;

/**
 * Who works here and with which roles: Keycloak, or the demo's built-in users.
 *
 * <p>Answers may be some seconds old. When the directory cannot be reached it throws {@link
 * DirectoryUnreachable}; it never answers with an empty list instead.
 */
public interface PeopleDirectory {

    List<Person> people();

    Optional<Person> find(String username);

    /** Those who may log in and hold the permission for at least one store. */
    default List<Person> whoMay(Permission permission) {
        return people().stream().filter(person -> person.access().may(permission)).toList();
    }

    /** The directory did not answer: what depends on it waits. */
    class DirectoryUnreachable extends RuntimeException {
        public DirectoryUnreachable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
