package dev.cordon.infra.persistence.notification;

import static dev.cordon.domain.incident.IncidentFixtures.CARLA;
import static dev.cordon.domain.incident.IncidentFixtures.NOON;
import static dev.cordon.domain.incident.IncidentFixtures.RITA;
import static dev.cordon.domain.notification.CampaignFixtures.PAUL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.notification.Campaign;
import dev.cordon.domain.notification.CampaignFixtures;
import dev.cordon.domain.notification.Delivery;
import dev.cordon.domain.notification.DeliveryTally;
import dev.cordon.domain.notification.NoticeText;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CampaignRowTest {

    @ParameterizedTest
    @MethodSource("phases")
    void everyPhaseReadsBackTheSame(Campaign campaign) {
        var row = new CampaignRow(campaign.id().value());

        row.copyFrom(campaign);

        assertThat(row.toDomain())
                .usingRecursiveComparison()
                .ignoringFields("version")
                .isEqualTo(campaign);
    }

    static Stream<Campaign> phases() {
        var submitted = CampaignFixtures.aSubmittedCampaign();
        var approved = CampaignFixtures.anApprovedCampaign();
        return Stream.of(
                CampaignFixtures.aDraft(),
                CampaignFixtures.aDraft()
                        .edit("de", new NoticeText("Grüße", "„Zitat“\n{{name}}"), CARLA, NOON)
                        .state(),
                submitted,
                submitted.sendBack("the window is wrong", PAUL, NOON).state(),
                approved,
                approved.complete(
                                new DeliveryTally(Map.of(Delivery.Status.ACCEPTED, 2)), RITA, NOON)
                        .state());
    }
}
