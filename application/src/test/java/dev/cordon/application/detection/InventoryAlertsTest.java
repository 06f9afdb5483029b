package dev.cordon.application.detection;

import static dev.cordon.domain.store.StoreFixtures.FJORDSHOP;
import static dev.cordon.domain.store.StoreFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.application.kernel.CountingIds;
import dev.cordon.domain.detection.AlertNote;
import dev.cordon.domain.detection.AlertSeverity;
import dev.cordon.domain.store.inventory.Difference;
import dev.cordon.domain.store.inventory.DifferenceGroup;
import dev.cordon.domain.store.inventory.InventoryItem;
import dev.cordon.domain.store.inventory.ItemKind;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InventoryAlertsTest {

    private final InMemoryAlerts alerts = new InMemoryAlerts();
    private final InventoryAlerts alarm =
            new InventoryAlerts(alerts, new CountingIds(), () -> NOON);

    @Test
    void aGroupIsOneAlertOfItsWeightThatNamesTheFirstOfThem() {
        var group = DifferenceGroup.of(files(300, "x".repeat(600))).getFirst();

        alarm.tell(FJORDSHOP, group, NOON);
        alarm.tell(FJORDSHOP, group, NOON);

        assertThat(alerts.all()).hasSize(1);
        var alert = alerts.all().getFirst();
        assertThat(alert.note().title()).startsWith("300 files of the main folder");
        assertThat(alert.note().description())
                .contains("And 280 more")
                .hasSizeLessThanOrEqualTo(AlertNote.LONGEST_DESCRIPTION);
        assertThat(alert.finding().severity()).isEqualTo(AlertSeverity.CRITICAL);
    }

    private static List<Difference> files(int many, String name) {
        return IntStream.range(0, many)
                .mapToObj(each -> InventoryItem.of(ItemKind.FILES, each + name, each + name))
                .map(item -> (Difference) new Difference.New(item))
                .toList();
    }
}
