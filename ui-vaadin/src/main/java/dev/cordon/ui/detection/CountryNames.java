package dev.cordon.ui.detection;

import dev.cordon.domain.detection.Country;
import dev.cordon.ui.kernel.Words;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Countries in the reader's language, as the Unicode consortium names them (CLDR). */
public final class CountryNames {

    private static final int NAMED = 5;

    private CountryNames() {}

    /** Its name and its two letters. */
    static String of(Country country, Words words) {
        return words.text("addresses.country", name(country, words), country.code());
    }

    /** The countries with the most addresses, and how many others there are. */
    public static String tally(Collection<Country> countries, Words words) {
        var counts =
                countries.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Function.identity(), TreeMap::new, Collectors.counting()));
        var named =
                counts.entrySet().stream()
                        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                        .limit(NAMED)
                        .map(
                                each ->
                                        words.text(
                                                "addresses.countries.each",
                                                name(each.getKey(), words),
                                                each.getValue()));
        int more = counts.size() - NAMED;
        var rest =
                more > 0
                        ? Stream.of(words.text("addresses.countries.more", more))
                        : Stream.<String>empty();
        return words.text(
                "addresses.countries",
                Stream.concat(named, rest).collect(Collectors.joining(", ")));
    }

    private static String name(Country country, Words words) {
        return Locale.of("", country.code()).getDisplayCountry(words.locale());
    }
}
