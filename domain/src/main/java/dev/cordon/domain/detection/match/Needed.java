package dev.cordon.domain.detection.match;

/**
 * A literal that a regular expression cannot match without: the longest run of plain characters
 * that stands outside groups, classes and alternatives and is not optional. A text without it need
 * not be looked at.
 */
final class Needed {

    private static final int SHORTEST = 3;
    private static final String SPECIAL = "[]{}()*+?.^$|";

    private final String pattern;
    private final StringBuilder run = new StringBuilder();
    private String longest = "";
    private int at;

    private Needed(String pattern) {
        this.pattern = pattern;
    }

    /** Empty if there is none that is worth looking for. */
    static String by(String pattern) {
        var needed = new Needed(pattern).find();
        return needed.length() < SHORTEST ? "" : needed;
    }

    private String find() {
        while (at < pattern.length()) {
            char c = pattern.charAt(at);
            if (c == '|') {
                return "";
            }
            if (pattern.startsWith("\\Q", at)) {
                quoted();
            } else if (c == '(' || c == '[') {
                end();
                skip(c);
            } else if (c == '\\') {
                escaped();
            } else if (SPECIAL.indexOf(c) >= 0 || c >= 0x80) {
                if ("*?{".indexOf(c) >= 0 && !run.isEmpty()) {
                    run.setLength(run.length() - 1);
                }
                end();
                at = c == '{' ? after('}') : at + 1;
            } else {
                run.append(c);
                at++;
            }
        }
        end();
        return longest;
    }

    private void quoted() {
        int close = pattern.indexOf("\\E", at);
        int to = close < 0 ? pattern.length() : close;
        for (char c : pattern.substring(at + 2, to).toCharArray()) {
            run.append(c);
        }
        at = close < 0 ? to : close + 2;
    }

    /** An escaped punctuation mark is itself; an escaped letter is a class or a place. */
    private void escaped() {
        char next = at + 1 < pattern.length() ? pattern.charAt(at + 1) : ' ';
        if (Character.isLetterOrDigit(next)) {
            end();
        } else {
            run.append(next);
        }
        at += 2;
    }

    private void skip(char open) {
        char close = open == '(' ? ')' : ']';
        int depth = 0;
        boolean inClass = false;
        for (; at < pattern.length(); at++) {
            char c = pattern.charAt(at);
            if (c == '\\') {
                at++;
            } else if (open == '(' && c == '[') {
                inClass = true;
            } else if (inClass && c == ']') {
                inClass = false;
            } else if (!inClass && c == open) {
                depth++;
            } else if (!inClass && c == close && --depth == 0) {
                at++;
                return;
            }
        }
    }

    private int after(char close) {
        int found = pattern.indexOf(close, at);
        return found < 0 ? pattern.length() : found + 1;
    }

    private void end() {
        if (run.length() > longest.length()) {
            longest = run.toString();
        }
        run.setLength(0);
    }
}
