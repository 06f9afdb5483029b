package dev.cordon.application.evidence;

/** Why something is done with evidence: every link of a chain says so. */
final class Purposes {

    private static final int LONGEST = 500;

    private Purposes() {}

    /**
     * @throws IllegalArgumentException if it is blank or longer than 500 characters
     */
    static String required(String purpose) {
        var text = purpose.strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "what is done with evidence has a purpose of 1 to 500 characters");
        }
        return text;
    }
}
