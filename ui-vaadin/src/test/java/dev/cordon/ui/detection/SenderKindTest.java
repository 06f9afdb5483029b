package dev.cordon.ui.detection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.detection.log.LogFormat;
import dev.cordon.domain.detection.log.LogSource;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.kernel.Mode;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StoreId;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SenderKindTest {

    private static final URI ADDRESS = URI.create("https://cordon.example");

    @ParameterizedTest
    @EnumSource(SenderKind.class)
    void itNamesTheLogAndWhereItGoesAndNoSecret(SenderKind kind) {
        var told = kind.told(ADDRESS, log("combined"));

        assertThat(told).contains("cordon.example", "shop-access").doesNotContain("cordon_source_");
        assertThat(told).containsPattern(kind == SenderKind.SYSLOG ? "6514" : "CORDON_TOKEN");
    }

    @ParameterizedTest
    @EnumSource(names = {"CURL", "VECTOR", "FILEBEAT"})
    void theWholeAddressIsThereOnce(SenderKind kind) {
        var told = kind.told(URI.create("http://10.0.0.5:8080/"), log("combined"));

        assertThat(told).containsOnlyOnce("http://10.0.0.5:8080/ingest/v1/shop-access/");
    }

    @Test
    void fluentBitIsToldHostPortAndWhetherItIsEncrypted() {
        var secure = SenderKind.FLUENT_BIT.told(ADDRESS, log("combined"));
        var plain = SenderKind.FLUENT_BIT.told(URI.create("http://10.0.0.5:8080"), log("combined"));

        assertThat(secure).containsPattern("Port +443\\n").containsPattern("TLS +On\\n");
        assertThat(plain).containsPattern("Port +8080\\n").containsPattern("TLS +Off\\n");
    }

    @Test
    void whereLinesAreJsonFluentBitParsesThem() {
        assertThat(SenderKind.FLUENT_BIT.told(ADDRESS, log("json")))
                .contains("Parser         json");
        assertThat(SenderKind.FLUENT_BIT.told(ADDRESS, log("combined"))).doesNotContain("Parser ");
    }

    @Test
    void thePathIsWhereSuchALogUsuallyLies() {
        assertThat(SenderKind.CURL.told(ADDRESS, log("nginx-error")))
                .contains("in /var/log/nginx/error.log;");
        assertThat(SenderKind.CURL.told(ADDRESS, log("vhost-combined")))
                .contains("in /var/log/apache2/other_vhosts_access.log;");
    }

    /** Under bash itself, with a curl that says what it was told. */
    @Test
    void curlSendsEachOfTheFilesThatLieThere(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("a.log"), "one\n");
        Files.writeString(folder.resolve("b.log"), "two\n");
        var told =
                SenderKind.CURL
                        .told(ADDRESS, log("woocommerce"))
                        .replace("/var/www/html/wp-content/uploads/wc-logs", folder.toString());
        var curl =
                """
                curl() {
                  for word in "$@"; do
                    case $word in @/*) cat "${word#@}" ;; *Key*|http*) echo "$word" ;; esac
                  done
                  echo
                }
                """;

        var shell = new ProcessBuilder("bash", "-eu", "-c", curl + told).start();

        assertThat(new String(shell.getInputStream().readAllBytes(), UTF_8))
                .contains("one\nAuthorization: Bearer …", "two\nAuthorization: Bearer …")
                .contains("Idempotency-Key: " + Sha256.of("one\n".getBytes(UTF_8)).hex())
                .contains("Idempotency-Key: " + Sha256.of("two\n".getBytes(UTF_8)).hex())
                .contains("https://cordon.example/ingest/v1/shop-access/lines");
        assertThat(shell.waitFor()).isZero();
    }

    @Test
    void rsyslogSendsEncryptedToTheHostThatTheCertificateNames() {
        assertThat(SenderKind.SYSLOG.told(ADDRESS, log("combined")))
                .contains("tls: senders", "spring.ssl.bundle.pem.senders")
                .contains(
                        "StreamDriverMode=\"1\"", "StreamDriverPermittedPeers=\"cordon.example\"");
    }

    private static LogSource log(String format) {
        return new LogSource(
                new SourceId("shop-access"),
                new StoreId(new UUID(0, 1)),
                "Access log",
                LogFormat.of(format),
                ZoneOffset.UTC,
                Mode.LIVE);
    }
}
