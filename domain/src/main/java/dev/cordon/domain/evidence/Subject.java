package dev.cordon.domain.evidence;

import java.util.regex.Pattern;

/**
 * Something on a store that can be preserved, and destroyed. Written as a word, a blank and a name;
 * that form is hashed and stays.
 */
public sealed interface Subject {

    /** Longer ones are refused. */
    int LONGEST = 1024;

    /** {@code file /var/www/html/index.php}: one file. */
    record FileAt(String path) implements Subject {
        public FileAt {
            path = Paths.normal(path);
        }

        @Override
        public String text() {
            return "file " + path;
        }
    }

    /** {@code tree /var/www/html}: a folder and all below it. */
    record TreeAt(String path) implements Subject {
        public TreeAt {
            path = Paths.normal(path);
        }

        @Override
        public String text() {
            return "tree " + path;
        }
    }

    /** {@code log shop-access}: every line of a log, within the time that is said beside it. */
    record LogOf(String source) implements Subject {
        public LogOf {
            source = Names.checked(source);
        }

        @Override
        public String text() {
            return "log " + source;
        }
    }

    /** {@code excerpt shop-access}: some lines of a log; the others are missing. */
    record ExcerptOf(String source) implements Subject {
        public ExcerptOf {
            source = Names.checked(source);
        }

        @Override
        public String text() {
            return "excerpt " + source;
        }
    }

    /** {@code table wp_users}: a table of the store's database. */
    record TableNamed(String table) implements Subject {
        public TableNamed {
            table = Names.checked(table);
        }

        @Override
        public String text() {
            return "table " + table;
        }
    }

    /** {@code option active_plugins}: a setting in the store's database. */
    record OptionNamed(String option) implements Subject {
        public OptionNamed {
            option = Names.checked(option);
        }

        @Override
        public String text() {
            return "option " + option;
        }
    }

    /** {@code store}: all its files and its whole database. */
    record WholeStore() implements Subject {
        @Override
        public String text() {
            return "store";
        }
    }

    String text();

    /**
     * Reads what {@link #text} wrote.
     *
     * @throws IllegalArgumentException if it is none
     */
    static Subject of(String text) {
        int blank = text.indexOf(' ');
        var word = blank < 0 ? text : text.substring(0, blank);
        var name = blank < 0 ? "" : text.substring(blank + 1);
        return switch (word) {
            case "file" -> new FileAt(name);
            case "tree" -> new TreeAt(name);
            case "log" -> new LogOf(name);
            case "excerpt" -> new ExcerptOf(name);
            case "table" -> new TableNamed(name);
            case "option" -> new OptionNamed(name);
            case "store" -> {
                if (blank >= 0) {
                    throw new IllegalArgumentException("a store has no name here");
                }
                yield new WholeStore();
            }
            default ->
                    throw new IllegalArgumentException(
                            "it is a file, tree, log, excerpt, table, option or store: " + word);
        };
    }

    /** Absolute paths, each written in one way only. */
    final class Paths {
        private Paths() {}

        static String normal(String path) {
            Names.checked(path);
            if (!path.startsWith("/")) {
                throw new IllegalArgumentException("a path begins with a slash: " + path);
            }
            var normal = new StringBuilder();
            for (var part : path.split("/")) {
                if (part.equals("..")) {
                    throw new IllegalArgumentException("a path does not lead back up: " + path);
                }
                if (!part.isEmpty() && !part.equals(".")) {
                    normal.append('/').append(part);
                }
            }
            return normal.isEmpty() ? "/" : normal.toString();
        }
    }

    /** What a name may be made of. */
    final class Names {
        private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

        private Names() {}

        static String checked(String name) {
            if (name.isBlank() || name.length() > LONGEST || CONTROL.matcher(name).find()) {
                throw new IllegalArgumentException(
                        "a name has 1 to " + LONGEST + " characters that can be seen");
            }
            return name;
        }
    }
}
