package dev.cordon.domain.detection.log;

import dev.cordon.domain.detection.log.Variable.Kind;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads the string of Apache's {@code LogFormat}; what it does not know is skipped in lines. */
final class ApacheTemplate {

    private static final Pattern DIRECTIVE =
            Pattern.compile("(?is)LogFormat\\s+\"(.*)\"(?:\\s+[^\\s\"]+)?");

    private final String text;
    private final Template.Builder builder = new Template.Builder();
    private int at;

    private ApacheTemplate(String text) {
        this.text = text;
    }

    static Template of(String text) {
        return new ApacheTemplate(unquoted(text.strip())).read();
    }

    /** The string as Apache's configuration has it: in quotes, perhaps with its directive. */
    private static String unquoted(String text) {
        var directive = DIRECTIVE.matcher(text);
        if (directive.matches()) {
            return directive.group(1);
        }
        boolean quoted =
                text.length() > 1
                        && text.startsWith("\"")
                        && text.endsWith("\"")
                        && text.contains("\\\"");
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    private Template read() {
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '\\' && at < text.length()) {
                builder.text(escaped(text.charAt(at++)));
            } else if (c == '%') {
                directive();
            } else {
                builder.text(c);
            }
        }
        return builder.build();
    }

    private static char escaped(char c) {
        return c == 't' ? '\t' : c;
    }

    private void directive() {
        int start = at - 1;
        if (at < text.length() && text.charAt(at) == '%') {
            builder.text(text.charAt(at++));
            return;
        }
        skip("!,<>0123456789");
        var argument = argument();
        skip("<>");
        if (at == text.length()) {
            throw new IllegalArgumentException("the format ends within " + text.substring(start));
        }
        char letter = text.charAt(at++);
        if (letter == '^') {
            at = Math.min(text.length(), at + 2);
        }
        var name = text.substring(start, at);
        if (letter == 't') {
            time(argument, name);
        } else {
            builder.variable(new Variable(kind(letter, argument), name));
        }
    }

    private void skip(String modifiers) {
        while (at < text.length() && modifiers.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private String argument() {
        if (at == text.length() || text.charAt(at) != '{') {
            return "";
        }
        int close = text.indexOf('}', at);
        if (close < 0) {
            throw new IllegalArgumentException("the format has no } for " + text.substring(at));
        }
        var argument = text.substring(at + 1, close);
        at = close + 1;
        return argument;
    }

    private static Kind kind(char letter, String argument) {
        return switch (letter) {
            case 'h' -> Kind.ADDRESS;
            case 'a' -> argument.equals("c") ? Kind.PEER : Kind.ADDRESS;
            case 'u' -> Kind.USER;
            case 'v', 'V' -> Kind.HOST;
            case 'r' -> Kind.REQUEST;
            case 'm' -> Kind.METHOD;
            case 'U' -> Kind.PATH;
            case 'q' -> Kind.QUERY;
            case 's' -> Kind.STATUS;
            case 'b', 'B', 'O' -> Kind.SIZE;
            case 'i' -> header(argument);
            default -> Kind.SKIPPED;
        };
    }

    private static Kind header(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "referer" -> Kind.REFERER;
            case "user-agent" -> Kind.USER_AGENT;
            case "host" -> Kind.HOST;
            case "x-forwarded-for", "x-real-ip", "cf-connecting-ip", "true-client-ip" ->
                    Kind.FORWARDED;
            default -> Kind.SKIPPED;
        };
    }

    private void time(String argument, String name) {
        var pattern = argument.startsWith("begin:") ? argument.substring(6) : argument;
        switch (pattern) {
            case "" -> {
                builder.text('[');
                builder.variable(new Variable(Kind.STAMP, name));
                builder.text(']');
            }
            case "sec", "msec", "usec" -> builder.variable(new Variable(Kind.MOMENT, name));
            case "msec_frac", "usec_frac" -> builder.variable(new Variable(Kind.SKIPPED, name));
            default -> {
                boolean end = pattern.startsWith("end:");
                builder.variable(
                        end
                                ? new Variable(Kind.SKIPPED, name)
                                : new Variable(Kind.PATTERN, name, TimePattern.of(pattern)));
            }
        }
    }
}
