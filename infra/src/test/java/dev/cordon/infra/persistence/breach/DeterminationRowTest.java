package dev.cordon.infra.persistence.breach;

import static dev.cordon.domain.incident.IncidentFixtures.FJORD;
import static dev.cordon.domain.incident.IncidentFixtures.NOON;
import static dev.cordon.domain.incident.IncidentFixtures.RITA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.breach.Basis;
import dev.cordon.domain.breach.Determination;
import dev.cordon.domain.breach.DeterminationId;
import dev.cordon.domain.breach.Exposure;
import dev.cordon.domain.detection.log.Address;
import dev.cordon.domain.incident.IncidentFixtures;
import dev.cordon.domain.store.Window;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DeterminationRowTest {

    @ParameterizedTest
    @MethodSource("phases")
    void everyPhaseReadsBackTheSame(Determination determination) {
        var row = new DeterminationRow(determination.id().value());

        row.copyFrom(determination);

        assertThat(row.toDomain())
                .usingRecursiveComparison()
                .ignoringFields("version")
                .isEqualTo(determination);
    }

    static Stream<Determination> phases() {
        var exposure =
                new Exposure(
                        new Window(NOON, NOON.plusSeconds(90)),
                        Set.of(
                                Address.of("198.51.100.43").orElseThrow(),
                                Address.of("2001:db8::1").orElseThrow()),
                        2);
        var requested =
                Determination.request(
                                new DeterminationId(new UUID(0, 5)),
                                IncidentFixtures.anIncident().id(),
                                FJORD,
                                exposure,
                                RITA,
                                NOON)
                        .state();
        var bound = new Determination.Result(Basis.UPPER_BOUND, 12, 1, "no records", true);
        return Stream.of(
                requested,
                requested.determined(bound, RITA, NOON).state(),
                requested.failed("The store did not answer.", RITA, NOON).state());
    }
}
