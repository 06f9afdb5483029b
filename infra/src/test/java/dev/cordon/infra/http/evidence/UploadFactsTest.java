package dev.cordon.infra.http.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cordon.domain.incident.IncidentId;
import dev.cordon.infra.http.ApiProblem;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;

class UploadFactsTest {

    private static final IncidentId INCIDENT = new IncidentId(new UUID(0, 1));

    private final HttpHeaders headers = new HttpHeaders();

    UploadFactsTest() {
        headers.set("Cordon-Title", "Gr%C3%BC%C3%9Fe vom Angreifer");
        headers.set("Cordon-Source", "/var/log/nginx/access.log on web1");
        headers.set("Cordon-Purpose", "what the attacker asked for");
    }

    @Test
    void headersBecomeTheFacts() {
        headers.set("Cordon-Covers-From", "2026-11-23T02:00:00Z");
        headers.set("Content-Disposition", "attachment; filename*=UTF-8''access%20log.txt");

        var command = new UploadFacts(headers).about(INCIDENT);

        assertThat(command.title()).isEqualTo("Grüße vom Angreifer");
        assertThat(command.originalName()).isEqualTo("access log.txt");
        assertThat(command.coversFrom()).isEqualTo(Instant.parse("2026-11-23T02:00:00Z"));
        assertThat(command.coversTo()).isNull();
    }

    @Test
    void whatAFileHoldsOfTheStoreIsReadAndMustBeUnderstood() {
        headers.add("Cordon-Covers", "tree /var/www//html/");
        headers.add("Cordon-Covers", "file%20/srv/a%2Cb.php%0Aoption%20siteurl");

        assertThat(new UploadFacts(headers).about(INCIDENT).covers().text())
                .isEqualTo("file /srv/a,b.php\noption siteurl\ntree /var/www/html");

        headers.add("Cordon-Covers", "file ../index.php");
        assertThatExceptionOfType(ApiProblem.class)
                .isThrownBy(() -> new UploadFacts(headers).about(INCIDENT))
                .withMessageContaining("Cordon-Covers");
    }

    @Test
    void aFileNameIsANameAndNoPath() {
        headers.set("Content-Disposition", "attachment; filename=\"../../etc/passwd\"");

        assertThat(new UploadFacts(headers).about(INCIDENT).originalName()).isEqualTo("passwd");
    }

    @Test
    void aFileWithoutANameIsUnnamed() {
        assertThat(new UploadFacts(headers).about(INCIDENT).originalName()).isEqualTo("unnamed");
    }

    @Test
    void aContentDispositionThatIsNoneIsRefused() {
        headers.set("Content-Disposition", ";;;");

        assertThatExceptionOfType(ApiProblem.class)
                .isThrownBy(() -> new UploadFacts(headers).about(INCIDENT))
                .withMessageContaining("Content-Disposition");
    }

    @Test
    void evidenceWithoutAPurposeIsNotTaken() {
        headers.remove("Cordon-Purpose");

        assertThatExceptionOfType(ApiProblem.class)
                .isThrownBy(() -> new UploadFacts(headers).about(INCIDENT))
                .withMessageContaining("Cordon-Purpose");
    }

    @Test
    void aMomentThatIsNoneIsRefused() {
        headers.set("Cordon-Covers-To", "yesterday");

        assertThatExceptionOfType(ApiProblem.class)
                .isThrownBy(() -> new UploadFacts(headers).about(INCIDENT))
                .withMessageContaining("Cordon-Covers-To");
    }

    @Test
    void aPercentSignThatEncodesNothingIsRefused() {
        headers.set("Cordon-Title", "100%");

        assertThatExceptionOfType(ApiProblem.class)
                .isThrownBy(() -> new UploadFacts(headers).about(INCIDENT));
    }
}
