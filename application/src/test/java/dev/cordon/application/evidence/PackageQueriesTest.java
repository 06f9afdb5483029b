package dev.cordon.application.evidence;

import static dev.cordon.domain.incident.IncidentFixtures.NOON;
import static dev.cordon.domain.incident.IncidentFixtures.RITA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.application.incident.Incidents;
import dev.cordon.application.kernel.TestCaller;
import dev.cordon.domain.evidence.CardSearch;
import dev.cordon.domain.evidence.EvidenceFixtures;
import dev.cordon.domain.evidence.EvidenceItem;
import dev.cordon.domain.evidence.EvidencePackage;
import dev.cordon.domain.evidence.Intake;
import dev.cordon.domain.evidence.PackageId;
import dev.cordon.domain.incident.IncidentFixtures;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.Sha256;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PackageQueriesTest {

    private static final Actor.Person CARLA = new Actor.Person("carla");
    private static final EvidenceItem PLAIN = EvidenceFixtures.anItem();

    @Test
    void aPackageOfHarmlessItemsThatAreThereIsForEverybodyWhoMayExport() {
        var shown = shown(PLAIN);

        assertThat(shown.isDangerous()).isFalse();
        assertThat(shown.isWhole()).isTrue();
    }

    @Test
    void aPackageSaysThatSomethingDangerousLiesInIt() {
        var shell =
                EvidenceFixtures.item(
                        new Intake(CardSearch.NONE, "php", null), PLAIN.acquisition());

        assertThat(shown(shell).isDangerous()).isTrue();
    }

    @Test
    void aPackageSaysThatAnItemInItIsNoLongerThere() {
        var gone = PLAIN.planDisposal("no use", RITA, NOON).state().approveDisposal(CARLA, NOON);

        assertThat(shown(gone.state()).isWhole()).isFalse();
    }

    private static PackageQueries.Shown shown(EvidenceItem item) {
        var incident = IncidentFixtures.anIncident();
        var made =
                EvidencePackage.ask(
                                new PackageId(new UUID(0, 3)),
                                incident.id(),
                                item.store(),
                                true,
                                List.of(item.id()),
                                "trial",
                                "court",
                                CARLA,
                                NOON)
                        .state()
                        .recorded(Sha256.of(new byte[0]), NOON)
                        .state()
                        .ready(NOON);
        var queries =
                new PackageQueries(
                        always(Incidents.class, incident),
                        always(EvidenceItems.class, List.of(item)),
                        always(Packages.class, List.of(made)),
                        null,
                        TestCaller.person("carla"));
        return queries.of(incident.id()).getFirst();
    }

    /** A port that has one answer, whatever it is asked. */
    private static <T> T always(Class<T> port, Object answer) {
        return port.cast(
                Proxy.newProxyInstance(
                        port.getClassLoader(), new Class<?>[] {port}, (_, _, _) -> answer));
    }
}
