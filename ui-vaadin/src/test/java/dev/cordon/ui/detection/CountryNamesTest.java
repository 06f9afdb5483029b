package dev.cordon.ui.detection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.detection.Country;
import dev.cordon.ui.kernel.Words;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CountryNamesTest {

    private static final Words ENGLISH = Words.of(Locale.ENGLISH);
    private static final Words GERMAN = Words.of(Locale.GERMAN);

    @Test
    void aCountryIsNamedInTheReadersLanguage() {
        assertThat(CountryNames.of(new Country("DE"), ENGLISH)).isEqualTo("Germany (DE)");
        assertThat(CountryNames.of(new Country("DE"), GERMAN)).isEqualTo("Deutschland (DE)");
        assertThat(CountryNames.of(new Country("XK"), GERMAN)).isEqualTo("Kosovo (XK)");
    }

    @Test
    void theCountriesWithTheMostAddressesComeFirst() {
        assertThat(CountryNames.tally(countries("VN", "BR", "VN", "AR"), ENGLISH))
                .isEqualTo("Used in Vietnam: 2, Argentina: 1, Brazil: 1");
    }

    @Test
    void ofManyCountriesTheRestIsCounted() {
        var all = countries("VN", "VN", "BR", "AR", "DE", "FR", "US", "GB");

        assertThat(CountryNames.tally(all, ENGLISH)).endsWith(", 2 more countries");
        assertThat(CountryNames.tally(all.subList(0, 7), GERMAN)).endsWith(", 1 weiteres Land");
    }

    private static List<Country> countries(String... codes) {
        return Stream.of(codes).map(Country::new).toList();
    }
}
