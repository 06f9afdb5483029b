package dev.cordon.application.evidence;

/** Why something is done with evidence: every link of a chain says so. */
final class Purposes {

    private static final int LONGEST = 500;

    /** Of a title that is said of an item. */
    private static final int LONGEST_TITLE = 500;

    /** Of where it was taken from, which may be the address of a page. */
    private static final int LONGEST_SOURCE = 2_000;

    private Purposes() {}

    /**
     * @throws IllegalArgumentException if it is blank or longer than 500 characters
     */
    static String required(String purpose) {
        return said("what is done with evidence has a purpose", purpose, LONGEST);
    }

    /**
     * @throws IllegalArgumentException if it is blank or longer than 500 characters
     */
    static String title(String title) {
        return said("evidence has a title", title, LONGEST_TITLE);
    }

    /**
     * @throws IllegalArgumentException if it is blank or longer than 2000 characters
     */
    static String source(String source) {
        return said("evidence was taken from somewhere, said in a text", source, LONGEST_SOURCE);
    }

    /** The purpose of what the program does later because a person asked; cut if it is too long. */
    static String askedFor(String purpose, String name) {
        var by = " (asked for by " + name + ")";
        int room = LONGEST - by.length();
        if (purpose.length() <= room) {
            return purpose + by;
        }
        int end = Character.isHighSurrogate(purpose.charAt(room - 2)) ? room - 2 : room - 1;
        return purpose.substring(0, end) + "\u2026" + by;
    }

    private static String said(String what, String text, int longest) {
        var said = text.strip();
        if (said.isEmpty() || said.length() > longest) {
            throw new IllegalArgumentException(what + " of 1 to " + longest + " characters");
        }
        return said;
    }
}
