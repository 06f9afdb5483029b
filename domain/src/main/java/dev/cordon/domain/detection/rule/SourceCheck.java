package dev.cordon.domain.detection.rule;

import dev.cordon.domain.detection.log.Address;
import dev.cordon.domain.detection.rule.Condition.Network;
import dev.cordon.domain.detection.rule.Modifiers.How;
import java.util.regex.Pattern;

/** A value that the event's address is compared with. */
final class SourceCheck {

    /** Every address lies there. */
    static final Condition PRESENT = new Network(new Cidr(new Address(0, 0), 0));

    /** One to three numbers of an IPv4 address and a dot: a network in the old spelling. */
    private static final Pattern BEGINNING = Pattern.compile("(\\d{1,3}\\.){1,3}");

    private final Modifiers modifiers;

    SourceCheck(Modifiers modifiers) {
        this.modifiers = modifiers;
    }

    Condition of(String value) {
        var how = modifiers.how();
        boolean beginning = how == How.STARTSWITH && !value.endsWith("*");
        var text = beginning ? value + "*" : value;
        if (!modifiers.isBare() && how != How.CIDR && how != How.STARTSWITH) {
            throw new Refused(
                    "an address is compared with addresses, networks and their first numbers");
        }
        if (how != How.CIDR && text.equals("-")) {
            return Conditions.not(PRESENT);
        }
        return text.endsWith("*") ? network(beginning(text)) : network(text);
    }

    /** {@code 10.1.*} is {@code 10.1.0.0/16}. */
    private static String beginning(String text) {
        var start = text.substring(0, text.length() - 1);
        if (!BEGINNING.matcher(start).matches()) {
            throw new Refused("an address begins with whole numbers, 10.1.*, not " + text);
        }
        int numbers = start.split("\\.").length;
        return start + "0.".repeat(3 - numbers) + "0/" + 8 * numbers;
    }

    private static Condition network(String text) {
        try {
            return new Network(Cidr.of(text));
        } catch (IllegalArgumentException e) {
            throw new Refused("no address and no network: " + text);
        }
    }
}
