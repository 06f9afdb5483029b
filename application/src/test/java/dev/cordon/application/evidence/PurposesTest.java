package dev.cordon.application.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.incident.IncidentId;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PurposesTest {

    private static final IncidentId INCIDENT = new IncidentId(new UUID(0, 1));
    private static final AlertId ALERT = new AlertId(new UUID(0, 2));

    static String[] nothingThatIsSaid() {
        return new String[] {"", " \n", "x".repeat(501)};
    }

    @ParameterizedTest
    @MethodSource("nothingThatIsSaid")
    void nothingIsTakenInWithoutATitleAndAPurpose(String said) {
        refused(() -> file(said, "web1", "why"));
        refused(() -> file("a file", "web1", said));
        refused(() -> new PreserveLogLines.Command(INCIDENT, ALERT, said, null));
    }

    @Test
    void nothingIsTakenInFromNowhere() {
        refused(() -> file("a file", " ", "why"));
        refused(() -> file("a file", "x".repeat(2_001), "why"));
    }

    @Test
    void whatIsSaidIsKeptWithoutItsMargins() {
        var command = file(" a file ", "web1\n", "\twhy");

        assertThat(command.title()).isEqualTo("a file");
        assertThat(command.source()).isEqualTo("web1");
        assertThat(command.purpose()).isEqualTo("why");
        assertThat(new PreserveLogLines.Command(INCIDENT, ALERT, " why ", null).purpose())
                .isEqualTo("why");
    }

    @Test
    void whoAskedStandsInAPurposeThatIsNotTooLongForThat() {
        assertThat(Purposes.askedFor("why", "carla")).isEqualTo("why (asked for by carla)");
        assertThat(Purposes.askedFor("x".repeat(500), "carla"))
                .hasSize(500)
                .endsWith("x\u2026 (asked for by carla)");
        assertThat(Purposes.askedFor("\ud83d\ude00".repeat(250), "carla"))
                .endsWith("\ud83d\ude00\u2026 (asked for by carla)");
        assertThat(Purposes.askedFor("x" + "\ud83d\ude00".repeat(249), "carla"))
                .endsWith("\ud83d\ude00\u2026 (asked for by carla)");
    }

    private static CollectEvidence.Command file(String title, String source, String purpose) {
        return CollectEvidence.Command.file(INCIDENT, title, "file.txt", source, purpose);
    }

    private static void refused(ThrowingCallable taking) {
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(taking);
    }
}
