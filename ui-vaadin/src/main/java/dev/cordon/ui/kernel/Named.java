package dev.cordon.ui.kernel;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Places like {@code {reference}} in a text. */
final class Named {

    private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z0-9]+)}");

    private Named() {}

    static String fill(String text, Map<String, String> values) {
        return PLACE.matcher(text)
                .replaceAll(
                        place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), "")));
    }
}
