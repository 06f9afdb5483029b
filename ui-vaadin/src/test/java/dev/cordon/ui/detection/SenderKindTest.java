package dev.cordon.ui.detection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.detection.log.LogFormat;
import dev.cordon.domain.detection.log.LogSource;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.kernel.Mode;
import dev.cordon.domain.kernel.StoreId;
import java.net.URI;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
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
                .contains("@/var/log/nginx/error.log");
        assertThat(SenderKind.CURL.told(ADDRESS, log("vhost-combined")))
                .contains("@/var/log/apache2/other_vhosts_access.log");
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
