package dev.cordon.infra.pack;

import java.util.regex.Pattern;

/** What files in a package may be called: nothing that any system takes for anything else. */
final class NamesInPackages {

    private static final int LONGEST = 200;
    private static final Pattern NAME =
            Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*+(?:/[A-Za-z0-9_][A-Za-z0-9_.-]*+){0,3}");

    private NamesInPackages() {}

    static boolean mayBe(String name) {
        return name.length() <= LONGEST
                && NAME.matcher(name).matches()
                && !name.endsWith(".")
                && !name.contains("./");
    }
}
