package dev.cordon.application.people;

import dev.cordon.domain.people.Person;
import java.util.List;

/**
 * The built-in users of the demonstration, for the banner and the login page. The real program has
 * none: there this port has no adapter.
 */
public interface DemoTeam {

    /** One for each role. */
    List<Person> members();

    /** The one password of them all; no secret, which is why the demo answers on loopback only. */
    String password();
}
