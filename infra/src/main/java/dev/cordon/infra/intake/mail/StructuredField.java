package dev.cordon.infra.intake.mail;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes a structured field apart at its semicolons (RFC 8601, section 2.2), blind to those that
 * stand in quoted strings and in comments, which nest and hold quoted pairs (RFC 5322, sections
 * 3.2.2 and 3.2.4). A server may have copied a sender's words into either; where they could end it
 * early the field says nothing.
 */
final class StructuredField {

    private static final char QUOTE = '"';
    private static final char ESCAPE = '\\';

    private final List<String> parts = new ArrayList<>();
    private final StringBuilder part = new StringBuilder();
    private int depth;
    private boolean quoted;
    private boolean escaped;

    private StructuredField() {}

    /**
     * What stands between the semicolons: a space for each comment, and a single quotation mark for
     * each quoted string. Empty if the field does not say clearly where they end.
     */
    static List<String> parts(String field) {
        var taken = new StructuredField();
        for (int i = 0; i < field.length(); i++) {
            if (!taken.take(field.charAt(i))) {
                return List.of();
            }
        }
        if (taken.depth > 0 || taken.quoted || taken.escaped) {
            return List.of();
        }
        taken.parts.add(taken.part.toString());
        return taken.parts;
    }

    private boolean take(char c) {
        if (escaped) {
            escaped = false;
            return c != '\r' && c != '\n';
        }
        if (c == ESCAPE) {
            escaped = true;
            return quoted || depth > 0;
        }
        if (c == QUOTE) {
            quoted = !quoted;
            if (quoted && depth == 0) {
                part.append(QUOTE);
            }
            return true;
        }
        return quoted ? depth == 0 || !isBracket(c) : unquoted(c);
    }

    private boolean unquoted(char c) {
        switch (c) {
            case '(' -> {
                depth++;
                part.append(' ');
            }
            case ')' -> depth--;
            case ';' -> {
                if (depth == 0) {
                    parts.add(part.toString());
                    part.setLength(0);
                }
            }
            default -> {
                if (depth == 0) {
                    part.append(Character.isWhitespace(c) ? ' ' : c);
                }
            }
        }
        return depth >= 0;
    }

    private static boolean isBracket(char c) {
        return c == '(' || c == ')';
    }
}
