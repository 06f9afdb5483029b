package dev.cordon.domain.detection.rule;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What stands behind a field's name, {@code cs-uri|contains|all}, checked to make sense. */
final class Modifiers {

    /** How a value is compared; one of them. */
    enum How {
        PLAIN,
        CONTAINS,
        STARTSWITH,
        ENDSWITH,
        RE,
        CIDR,
        EXISTS,
        LT,
        LTE,
        GT,
        GTE,
        LOOKS_LIKE;

        boolean isText() {
            return compareTo(ENDSWITH) <= 0;
        }

        boolean isOrder() {
            return compareTo(LT) >= 0 && compareTo(GTE) <= 0;
        }

        @Override
        public String toString() {
            return this == LOOKS_LIKE ? "cordon-looks-like" : name().toLowerCase(Locale.ROOT);
        }
    }

    private static final Set<String> TIMES =
            Set.of("minute", "hour", "day", "week", "month", "year");

    private How how = How.PLAIN;
    private boolean all;
    private boolean cased;
    private boolean negated;
    private boolean expanded;
    private boolean dashes;
    private @Nullable Wide wide;
    private boolean base64;
    private boolean offset;
    private int regexFlags;

    private Modifiers() {}

    static Modifiers of(List<String> names) {
        var modifiers = new Modifiers();
        names.forEach(modifiers::take);
        modifiers.check();
        return modifiers;
    }

    private void take(String name) {
        switch (name) {
            case "contains" -> compare(How.CONTAINS);
            case "startswith" -> compare(How.STARTSWITH);
            case "endswith" -> compare(How.ENDSWITH);
            case "re" -> compare(How.RE);
            case "cidr" -> compare(How.CIDR);
            case "exists" -> compare(How.EXISTS);
            case "lt" -> compare(How.LT);
            case "lte" -> compare(How.LTE);
            case "gt" -> compare(How.GT);
            case "gte" -> compare(How.GTE);
            case "cordon-looks-like" -> compare(How.LOOKS_LIKE);
            case "all" -> all = true;
            case "cased" -> cased = true;
            case "neq" -> negated = true;
            case "expand" -> expanded = true;
            case "windash" -> dashes = true;
            case "wide", "utf16le" -> widen(Wide.LITTLE_ENDIAN);
            case "utf16be" -> widen(Wide.BIG_ENDIAN);
            case "utf16" -> widen(Wide.MARKED);
            case "base64" -> base64 = true;
            case "base64offset" -> offset = true;
            case "i" -> regexFlag(name, Pattern.CASE_INSENSITIVE);
            case "m" -> regexFlag(name, Pattern.MULTILINE);
            case "s" -> regexFlag(name, Pattern.DOTALL);
            default -> throw unsupported(name);
        }
    }

    private void compare(How one) {
        if (how != How.PLAIN) {
            throw new Refused("a field cannot be compared in two ways at once (" + how + ")");
        }
        how = one;
    }

    private void widen(Wide one) {
        if (base64 || offset || wide != null) {
            throw new Refused("wide and utf16 stand once, and before base64");
        }
        wide = one;
    }

    private void regexFlag(String name, int flag) {
        if (how != How.RE) {
            throw new Refused("the modifier " + name + " stands behind re");
        }
        regexFlags |= flag;
    }

    private static Refused unsupported(String name) {
        if (name.equals("fieldref")) {
            return new Refused("fieldref compares two fields of an event, which is not supported");
        }
        if (TIMES.contains(name)) {
            return new Refused("parts of a date cannot be compared: " + name);
        }
        return new Refused("no modifier is called " + (name.isEmpty() ? "nothing" : name));
    }

    private void check() {
        if (wide != null && !isEncoded()) {
            throw new Refused("logs here are UTF-8: wide and utf16 make sense before base64 alone");
        }
        if (base64 && offset) {
            throw new Refused("a value is either base64 or base64offset");
        }
        if ((cased || dashes || isEncoded()) && !how.isText()) {
            throw new Refused("cased, windash and base64 are for texts, not for " + how);
        }
        if (negated && (how == How.EXISTS || how.isOrder())) {
            throw new Refused("neq does not go together with " + how);
        }
    }

    How how() {
        return how;
    }

    /** Whether all values have to fit instead of one. */
    boolean all() {
        return all;
    }

    boolean cased() {
        return cased;
    }

    boolean negated() {
        return negated;
    }

    /** Whether {@code %name%} stands for something. */
    boolean expanded() {
        return expanded;
    }

    boolean dashes() {
        return dashes;
    }

    @Nullable Wide wide() {
        return wide;
    }

    boolean isEncoded() {
        return base64 || offset;
    }

    /** Whether the value may begin anywhere in what was encoded. */
    boolean offset() {
        return offset;
    }

    int regexFlags() {
        return regexFlags;
    }

    /** Whether nothing but how to combine values is said. */
    boolean isBare() {
        return how == How.PLAIN && !cased && !dashes && !isEncoded();
    }
}
