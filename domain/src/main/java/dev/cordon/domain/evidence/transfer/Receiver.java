package dev.cordon.domain.evidence.transfer;

/**
 * Somebody outside who takes evidence into their custody: a forensic firm, police, a court.
 *
 * @param name the person
 * @param organisation whom they act for
 * @param reference by which they file it; empty if they named none
 */
public record Receiver(String name, String organisation, String reference) {

    private static final int LONGEST = 200;

    public Receiver {
        name = required(name);
        organisation = required(organisation);
        reference = line(reference);
    }

    private static String required(String text) {
        var said = line(text);
        if (said.isEmpty()) {
            throw new IllegalArgumentException(
                    "who receives evidence has a name and acts for somebody");
        }
        return said;
    }

    private static String line(String text) {
        var said = text.strip();
        if (said.length() > LONGEST || said.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "who receives evidence is named on one line of " + LONGEST + " characters");
        }
        return said;
    }

    /** All of it on one line, {@code Erika Beispiel, LKA Berlin (Az. 12 Js 3/26)}. */
    public String text() {
        var text = name + ", " + organisation;
        return reference.isEmpty() ? text : text + " (" + reference + ")";
    }
}
