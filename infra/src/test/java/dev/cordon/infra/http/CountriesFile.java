package dev.cordon.infra.http;

import dev.cordon.infra.detection.MadeCountryFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** A database of countries for the server under test; it knows one network, in Vietnam. */
final class CountriesFile implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try {
            var file = Files.createTempDirectory("countries").resolve("countries.mmdb");
            MadeCountryFile.ofBoth().with("203.0.113.0/24", "VN").writeTo(file);
            TestPropertyValues.of("cordon.geoip.database=" + file).applyTo(context);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
