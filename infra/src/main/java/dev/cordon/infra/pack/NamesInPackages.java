package dev.cordon.infra.pack;

import java.util.regex.Pattern;

/** What files in a package may be called: nothing that any system takes for anything else. */
final class NamesInPackages {

    private static final int LONGEST = 200;
    private static final int LONGEST_FILE = 80;
    private static final Pattern NAME =
            Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*+(?:/[A-Za-z0-9_][A-Za-z0-9_.-]*+){0,3}");
    private static final Pattern DEVICE =
            Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");

    private NamesInPackages() {}

    static boolean mayBe(String name) {
        return name.length() <= LONGEST
                && NAME.matcher(name).matches()
                && !name.endsWith(".")
                && !name.contains("./");
    }

    /** A name that may be, as close to the original one as can be. */
    static String safe(String original) {
        var last =
                original.substring(
                        Math.max(original.lastIndexOf('/'), original.lastIndexOf('\\')) + 1);
        var plain = last.replaceAll("[^A-Za-z0-9_.-]", "_").replaceAll("^[.-]+|\\.+$", "_");
        var end = plain.substring(Math.max(0, plain.length() - LONGEST_FILE));
        var name = end.replaceAll("^[.-]+", "_");
        if (name.isEmpty()) {
            return "content";
        }
        return DEVICE.matcher(name).matches() ? "_" + name : name;
    }
}
