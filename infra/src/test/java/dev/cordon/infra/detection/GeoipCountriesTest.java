package dev.cordon.infra.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.domain.detection.Country;
import dev.cordon.domain.detection.log.Address;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class GeoipCountriesTest {

    @TempDir private Path folder;
    private Path file;
    private GeoipCountries countries;

    @BeforeEach
    void file() {
        file = folder.resolve("countries.mmdb");
        countries = new GeoipCountries(file);
    }

    @Test
    void addressesOfBothVersionsHaveTheirCountry() {
        MadeCountryFile.ofBoth()
                .with("203.0.113.0/25", "VN")
                .with("203.0.113.128/25", "BR")
                .with("2001:db8:1::/48", "DE")
                .writeTo(file);

        countries.look();

        assertThat(of("203.0.113.127")).contains(new Country("VN"));
        assertThat(of("203.0.113.128")).contains(new Country("BR"));
        assertThat(of("2001:db8:1:ffff::7")).contains(new Country("DE"));
        assertThat(of("::ffff:203.0.113.5")).contains(new Country("VN"));
    }

    @Test
    void whatTheFileDoesNotKnowHasNone() {
        MadeCountryFile.ofBoth()
                .with("203.0.113.0/24", "VN")
                .with("198.51.100.0/24", Map.of("continent", Map.of("code", "EU")))
                .with("192.0.2.0/24", Map.of("country", Map.of("iso_code", "<script>")))
                .writeTo(file);

        countries.look();

        assertThat(of("10.0.0.1")).isEmpty();
        assertThat(of("203.0.112.255")).isEmpty();
        assertThat(of("2001:db8:2::1")).isEmpty();
        assertThat(of("198.51.100.9")).isEmpty();
        assertThat(of("192.0.2.9")).isEmpty();
    }

    @Test
    void aFileOfIpv4AloneKnowsNoAddressOfIpv6() {
        MadeCountryFile.ofIpv4().with("32.1.13.0/24", "US").writeTo(file);

        countries.look();

        assertThat(of("32.1.13.184")).contains(new Country("US"));
        // Its first 32 bits are those of 32.1.13.184.
        assertThat(of("2001:db8::1")).isEmpty();
    }

    @Test
    void aFileThatIsReplacedIsTakenAtTheNextLook() {
        MadeCountryFile.ofBoth().with("203.0.113.0/24", "VN").writeTo(file);
        countries.look();

        MadeCountryFile.ofBoth()
                .with("203.0.113.0/24", "BR")
                .with("192.0.2.0/24", "DE")
                .writeTo(file);
        var before = of("203.0.113.1");
        countries.look();

        assertThat(before).contains(new Country("VN"));
        assertThat(of("203.0.113.1")).contains(new Country("BR"));
        assertThat(of("192.0.2.1")).contains(new Country("DE"));
    }

    @Test
    void aFileThatIsHalfWrittenLeavesTheOneBefore(CapturedOutput log) throws IOException {
        var whole = MadeCountryFile.ofBoth().with("203.0.113.0/24", "VN");
        whole.writeTo(file);
        countries.look();

        Files.write(file, Arrays.copyOf(whole.bytes(), whole.bytes().length - 200));
        countries.look();
        countries.look();

        assertThat(of("203.0.113.1")).contains(new Country("VN"));
        assertThat(log.getAll().split("cannot be read", -1)).hasSize(2);
        assertThat(log).contains("The one before is used", file.toString());
    }

    @Test
    void whatIsNoDatabaseIsSaidAndNoCountryIsKnown(CapturedOutput log) throws IOException {
        Files.writeString(file, "<html>404 not found</html>");

        countries.look();

        assertThat(of("203.0.113.1")).isEmpty();
        assertThat(log).contains("cannot be read", "No country is shown");
    }

    @Test
    void aFileThatIsNotThereIsSaidOnceAndTakenWhenItComes(CapturedOutput log) {
        countries.look();
        countries.look();
        var before = of("203.0.113.1");
        MadeCountryFile.ofBoth().with("203.0.113.0/24", "VN").writeTo(file);
        countries.look();

        assertThat(before).isEmpty();
        assertThat(of("203.0.113.1")).contains(new Country("VN"));
        assertThat(log.getAll().split("is not there", -1)).hasSize(2);
    }

    @Test
    void aFileThatIsTakenAwayIsForgotten() throws IOException {
        MadeCountryFile.ofBoth().with("203.0.113.0/24", "VN").writeTo(file);
        countries.look();

        Files.delete(file);
        countries.look();

        assertThat(of("203.0.113.1")).isEmpty();
    }

    @Test
    void damagedDataAnswerNothingAndAreSaidOnce(CapturedOutput log) throws IOException {
        var bytes = MadeCountryFile.ofBoth().with("203.0.113.0/24", "VN").bytes();
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        // In place of the name, a pointer to where nothing is.
        bytes[text.indexOf("country") - 1] = 0x3f;
        Files.write(file, bytes);

        countries.look();

        assertThat(of("203.0.113.1")).isEmpty();
        assertThat(of("203.0.113.2")).isEmpty();
        assertThat(log.getAll().split("damaged in places", -1)).hasSize(2);
    }

    @Test
    void aCountryIsTwoCapitalLetters() {
        assertThatThrownBy(() -> new Country("de")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Country("DEU")).isInstanceOf(IllegalArgumentException.class);
    }

    private Optional<Country> of(String address) {
        return countries.of(Address.of(address).orElseThrow());
    }
}
