package dev.cordon.domain.kernel;

/**
 * Who did something: a person, or a named automation of the program.
 *
 * <p>An automation never stands in for a person: four-eyes rules accept only a {@link Person}.
 */
public sealed interface Actor {

    /** The name to show and to compare: the login name, or the automation's name. */
    String name();

    /** A person, by login name. Login names are compared in lower case. */
    record Person(String name) implements Actor {
        public Person {
            name = name.toLowerCase(java.util.Locale.ROOT);
            if (name.isBlank()) {
                throw new IllegalArgumentException("a person has a login name");
            }
        }
    }

    /** A part of the program that acts by itself under a written policy, for example detection. */
    record Automation(String name) implements Actor {
        public Automation {
            if (name.isBlank()) {
                throw new IllegalArgumentException("an automation has a name");
            }
        }
    }

    /** The stored form: {@code person:rita} or {@code automation:detection}. */
    default String reference() {
        return switch (this) {
            case Person person -> "person:" + person.name();
            case Automation automation -> "automation:" + automation.name();
        };
    }

    /** Reads {@link #reference()} back. */
    static Actor of(String reference) {
        int colon = reference.indexOf(':');
        String name = reference.substring(colon + 1);
        return switch (reference.substring(0, Math.max(colon, 0))) {
            case "person" -> new Person(name);
            case "automation" -> new Automation(name);
            default -> throw new IllegalArgumentException("not an actor: " + reference);
        };
    }
}
