package dev.cordon.domain.detection.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.detection.AttackKind;
import dev.cordon.domain.detection.log.LogFormat;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Some servers log the query in a field of its own: it is looked at whatever the path was before.
 */
class QueryBesideTargetTest {

    @ParameterizedTest
    @ValueSource(strings = {"\"uri\":\"/shop/\",", "\"request_uri\":\"/\","})
    void anAttackIsSeenAfterAHarmlessRequestToTheSamePath(String path) {
        var settings = DetectionSettings.DEFAULTS;
        var engine = new DetectionEngine(Pack.rules(settings), settings, 42);
        var source = engine.open(Samples.SOURCE, LogFormat.of("json"), ZoneOffset.UTC);
        byte[] log =
                (line(path, "color=red") + line(path, "id=1'+UNION+SELECT+1,2,3--+-"))
                        .getBytes(UTF_8);

        source.feed(log, 0, log.length, Samples.NOW);
        source.end();

        assertThat(source.counts().understood()).isEqualTo(2);
        assertThat(Samples.lasting(engine))
                .singleElement()
                .satisfies(found -> assertThat(found.kind()).isEqualTo(AttackKind.SQL_INJECTION));
    }

    private static String line(String path, String query) {
        return """
        {"time":"2026-11-20T10:00:00Z","remote_addr":"203.0.113.9","request_method":"GET",%s"args":"%s","status":200,"http_user_agent":"Mozilla/5.0"}
        """
                .formatted(path, query);
    }
}
