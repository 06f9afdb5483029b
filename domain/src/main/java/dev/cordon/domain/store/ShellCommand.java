package dev.cordon.domain.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A command for a store's host, run in the folder of WordPress. Its words reach the command exactly
 * as they are: no shell there reads them.
 *
 * @param name what it is for people; holds no value
 * @param words the program and its arguments
 * @param within how long it may take, connecting included
 */
public record ShellCommand(String name, List<String> words, Duration within) {

    private static final Duration USUAL = Duration.ofSeconds(60);

    public ShellCommand {
        words = List.copyOf(words);
        if (words.isEmpty() || words.stream().anyMatch(word -> word.indexOf('\0') >= 0)) {
            throw new IllegalArgumentException("a command has words without NUL");
        }
    }

    /** WP-CLI with all plugins loaded, as {@code wp wc} and what plugins add need it. */
    public static ShellCommand wp(String... arguments) {
        return new ShellCommand(
                named(arguments),
                Stream.concat(Stream.of("wp"), Stream.of(arguments)).toList(),
                USUAL);
    }

    /**
     * WP-CLI without plugins and themes: faster, and works in a site that they break. The must-use
     * plugins and drop-ins are loaded still.
     */
    public static ShellCommand bareWp(String... arguments) {
        var words = new ArrayList<>(List.of("wp", "--skip-plugins", "--skip-themes"));
        words.addAll(List.of(arguments));
        return new ShellCommand(named(arguments), words, USUAL);
    }

    /**
     * A script for {@code sh}; the arguments are its {@code $1}, {@code $2}, … and are not read by
     * it.
     */
    public static ShellCommand script(String name, String script, String... arguments) {
        var words = new ArrayList<>(List.of("sh", "-c", script, "cordon"));
        words.addAll(List.of(arguments));
        return new ShellCommand(name, words, USUAL);
    }

    public ShellCommand within(Duration other) {
        return new ShellCommand(name, words, other);
    }

    private static String named(String... arguments) {
        return "wp "
                + String.join(
                        " ",
                        Stream.of(arguments)
                                .takeWhile(word -> word.matches("[a-z-]+"))
                                .limit(3)
                                .toList());
    }

    /** Its name alone: words may hold what does not belong into a log. */
    @Override
    public String toString() {
        return name;
    }
}
