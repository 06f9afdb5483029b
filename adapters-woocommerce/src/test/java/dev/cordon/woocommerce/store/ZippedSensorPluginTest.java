package dev.cordon.woocommerce.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.store.SensorKey;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZippedSensorPluginTest {

    private static final Path PLUGIN = Path.of("src/main/wordpress");
    private static final SensorKey KEY = new SensorKey("k".repeat(43));

    private final ZippedSensorPlugin plugin =
            new ZippedSensorPlugin(URI.create("https://cordon.example:8443"));

    @Test
    void everyFileOfThePluginIsInTheZipAndNothingElseButItsSettings() throws IOException {
        try (var files = Files.walk(PLUGIN.resolve("cordon-sensor"))) {
            var there =
                    files.filter(Files::isRegularFile)
                            .map(file -> PLUGIN.relativize(file).toString())
                            .toList();

            assertThat(ZippedSensorPlugin.files()).containsExactlyInAnyOrderElementsOf(there);
            assertThat(unpacked().keySet())
                    .containsAll(there)
                    .contains("cordon-sensor/config.php")
                    .hasSize(there.size() + 1);
        }
    }

    @Test
    void theSecretAndTheAddressStandInTheSettingsAlone() throws IOException {
        var files = unpacked();

        var settings = files.remove("cordon-sensor/config.php");
        assertThat(settings)
                .contains("'address' => 'https://cordon.example:8443'")
                .contains("'source'  => 'sensor-x'")
                .contains("'secret'  => '" + KEY.secret() + "'")
                .startsWith("<?php")
                .contains("defined( 'ABSPATH' ) || exit;");
        assertThat(files.values()).noneMatch(each -> each.contains(KEY.secret()));
    }

    @Test
    void theSamePluginIsTheSameFile() {
        assertThat(plugin.zip("sensor-x", KEY)).isEqualTo(plugin.zip("sensor-x", KEY));
    }

    @Test
    void noTwoSecretsAreAlike() {
        assertThat(plugin.newKey()).isNotEqualTo(plugin.newKey());
    }

    @ParameterizedTest
    @CsvSource({
        "https://cordon.example, true",
        "http://127.0.0.1:8080, true",
        "http://cordon.example, false"
    })
    void thePluginIsGivenOutOnlyWhereItWouldSend(URI address, boolean safe) {
        assertThat(new ZippedSensorPlugin(address).hasSafeAddress()).isEqualTo(safe);
    }

    private Map<String, String> unpacked() throws IOException {
        var all = new LinkedHashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(plugin.zip("sensor-x", KEY)))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                all.put(entry.getName(), new String(zip.readAllBytes(), UTF_8));
            }
        }
        return all;
    }
}
