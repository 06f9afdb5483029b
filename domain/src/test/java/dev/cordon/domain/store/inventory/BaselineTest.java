package dev.cordon.domain.store.inventory;

import static dev.cordon.domain.store.StoreFixtures.FJORDSHOP;
import static dev.cordon.domain.store.StoreFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.store.ConnectionKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BaselineTest {

    private static final Actor.Person ADA = new Actor.Person("ada");
    private static final InventoryItem ADMIN =
            InventoryItem.of(ItemKind.USER, "1", "shopadmin")
                    .with(Trait.ROLES, "administrator")
                    .with(Trait.ADMINISTRATES, "yes")
                    .with(Trait.MAIL, "aaaa");
    private static final InventoryItem PLUGIN =
            InventoryItem.of(ItemKind.PLUGIN, "akismet/akismet", "Akismet")
                    .with(Trait.VERSION, "5.7.2")
                    .with(Trait.STATE, "active");
    private static final InventoryItem OPTION =
            InventoryItem.of(ItemKind.OPTION, "default_role", "default_role")
                    .with(Trait.VALUE, "customer");

    private final Baseline baseline = approved(seen(ADMIN, PLUGIN, OPTION));

    @Test
    void whatWasApprovedIsNoDifferenceAndUseIsNone() {
        var used = seen(ADMIN, PLUGIN.with(Trait.UPDATE, "5.8"), OPTION);

        assertThat(baseline.differences(used)).isEmpty();
    }

    @Test
    void whatTakesTheStoreOverWeighsMost() {
        var now =
                seen(
                        ADMIN,
                        PLUGIN.with(Trait.VERSION, "5.8"),
                        OPTION.with(Trait.VALUE, "administrator"),
                        InventoryItem.of(ItemKind.USER, "9", "wp-support")
                                .with(Trait.ADMINISTRATES, "yes"),
                        InventoryItem.of(ItemKind.MUST_USE_PLUGIN, "cache", "cache"),
                        InventoryItem.of(ItemKind.REST_KEY, "7", "erp"));

        assertThat(baseline.differences(now))
                .extracting(each -> each.key().id(), Difference::weight)
                .containsExactly(
                        tuple("cache", Weight.CRITICAL),
                        tuple("9", Weight.CRITICAL),
                        tuple("default_role", Weight.CRITICAL),
                        tuple("7", Weight.HIGH),
                        tuple("akismet/akismet", Weight.LOW));
    }

    @Test
    void anOlderVersionWeighsMoreThanAnUpdate() {
        assertThat(weight(PLUGIN.with(Trait.VERSION, "5.10"))).isEqualTo(Weight.LOW);
        assertThat(weight(PLUGIN.with(Trait.VERSION, "5.6"))).isEqualTo(Weight.HIGH);
        assertThat(weight(PLUGIN.with(Trait.STATE, "inactive"))).isEqualTo(Weight.MEDIUM);
    }

    private Weight weight(InventoryItem plugin) {
        return baseline.differences(seen(ADMIN, plugin, OPTION)).getFirst().weight();
    }

    @Test
    void whatIsNotSeenIsNotGone() {
        var sights = new EnumMap<ItemKind, Sight>(all());
        sights.put(ItemKind.USER, Sight.failed(ConnectionKind.SHELL, "It failed."));

        var now = Inventory.of(FJORDSHOP, NOON, List.of(PLUGIN, OPTION), sights);

        assertThat(baseline.differences(now)).isEmpty();
        assertThat(baseline.differences(seen(PLUGIN, OPTION)))
                .containsExactly(new Difference.Gone(ADMIN));
    }

    @Test
    void whatIsSeenForTheFirstTimeIsToBeJudgedAndNoAlert() {
        var key = InventoryItem.of(ItemKind.REST_KEY, "7", "erp");
        var sights = new EnumMap<ItemKind, Sight>(all());
        sights.put(ItemKind.REST_KEY, Sight.needs(ConnectionKind.SHELL));
        var blind = approved(Inventory.of(FJORDSHOP, NOON, List.of(ADMIN), sights));

        assertThat(blind.differences(seen(ADMIN, key))).isEmpty();
        assertThat(blind.unjudged(seen(ADMIN, key))).containsExactly(key);
    }

    @Test
    void aFingerprintOfAnotherWayIsNoDifference() {
        var gateway = InventoryItem.of(ItemKind.GATEWAY, "bacs", "bacs");
        var approved = approved(seen(gateway.with(Trait.SETTINGS, "rest:1")));

        assertThat(approved.differences(seen(gateway.with(Trait.SETTINGS, "shell:2")))).isEmpty();
        assertThat(approved.differences(seen(gateway.with(Trait.SETTINGS, "rest:2"))))
                .extracting(Difference::weight)
                .containsExactly(Weight.HIGH);
    }

    @Test
    void otherFilesWeighLittleWhereChecksumsBearOutAnUpdateAndMuchWhereNothingExplainsThem() {
        var core = InventoryItem.of(ItemKind.CORE, "wordpress", "wordpress");
        var approved =
                approved(
                        seen(
                                core.with(Trait.VERSION, "7.0"),
                                PLUGIN,
                                files("wp-includes/", "1"),
                                files("wp-config.php", "1"),
                                files("wp-content/plugins/akismet/", "1")));

        var updated =
                approved.differences(
                        seen(
                                core.with(Trait.VERSION, "7.1"),
                                PLUGIN.with(Trait.VERSION, "5.8"),
                                files("wp-includes/", "2").with(Trait.CHECKSUMS, "agree"),
                                files("wp-config.php", "1"),
                                files("wp-content/plugins/akismet/", "2")
                                        .with(Trait.CHECKSUMS, "agree")));
        var tampered =
                approved.differences(
                        seen(
                                core.with(Trait.VERSION, "7.1"),
                                PLUGIN,
                                files("wp-includes/", "1"),
                                files("wp-config.php", "2"),
                                files("wp-content/plugins/akismet/", "2"),
                                files("wp-content/uploads/x.php", "1")));

        assertThat(updated).hasSize(4).allMatch(each -> each.weight() == Weight.LOW);
        assertThat(tampered)
                .extracting(each -> each.key().id(), Difference::weight)
                .containsExactly(
                        tuple("wp-config.php", Weight.CRITICAL),
                        tuple("wp-content/uploads/x.php", Weight.CRITICAL),
                        tuple("wp-content/plugins/akismet/", Weight.HIGH),
                        tuple("wordpress", Weight.LOW));
    }

    @Test
    void aHigherVersionAloneExplainsNoOtherFiles() {
        assertThat(updated(null).weight()).isEqualTo(Weight.MEDIUM);
        assertThat(updated(null).sentence()).contains("was not asked");
        assertThat(updated(Checksums.NONE).weight()).isEqualTo(Weight.MEDIUM);
        assertThat(updated(Checksums.NONE).sentence()).contains("there are no checksums");
        assertThat(updated(Checksums.AGREE).weight()).isEqualTo(Weight.LOW);
        assertThat(updated(Checksums.DIFFER).weight()).isEqualTo(Weight.HIGH);
        assertThat(updated(Checksums.DIFFER).sentence()).contains("akismet.php");
    }

    @Test
    void filesThatTurnOutNotToBeThePublishedOnesAreAnotherDifference() {
        assertThat(updated(Checksums.NONE).name()).isEqualTo(updated(Checksums.AGREE).name());
        assertThat(updated(Checksums.DIFFER).name()).isNotEqualTo(updated(Checksums.NONE).name());
    }

    private static Difference updated(@Nullable Checksums said) {
        var files = files("wp-content/plugins/akismet/", "2").with(Trait.REFUTED, "akismet.php");
        return approved(seen(PLUGIN, files("wp-content/plugins/akismet/", "1")))
                .differences(
                        seen(
                                PLUGIN.with(Trait.VERSION, "99.0"),
                                said == null ? files : files.with(Trait.CHECKSUMS, said.kept())))
                .stream()
                .filter(each -> each.key().kind() == ItemKind.FILES)
                .findFirst()
                .orElseThrow();
    }

    private static InventoryItem files(String area, String digest) {
        return InventoryItem.of(ItemKind.FILES, area, area).with(Trait.DIGEST, digest);
    }

    @Test
    void whatRunsOnceIsNotMissedAfterwards() {
        var once =
                InventoryItem.of(ItemKind.CRON_EVENT, "wc_import", "wc_import")
                        .with(Trait.SCHEDULE, "once");

        assertThat(approved(seen(once)).differences(seen())).isEmpty();
    }

    @Test
    void onlyWhatIsChosenIsAccepted() {
        var now = seen(ADMIN.with(Trait.MAIL, "bbbb"), PLUGIN.with(Trait.VERSION, "5.8"), OPTION);
        var update =
                baseline.differences(now).stream()
                        .filter(each -> each.key().kind() == ItemKind.PLUGIN)
                        .toList();

        var then = baseline.accept(update, 2, "update by the agency", ADA, NOON).state();

        assertThat(then.differences(now))
                .extracting(Difference::sentence)
                .containsExactly(
                        "The account shopadmin: another mail address (roles administrator).");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> baseline.accept(update, 2, " ", ADA, NOON));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> baseline.accept(List.of(), 2, "why", ADA, NOON));
    }

    @Test
    void approvingAnewKeepsWhatIsNotSeenNow() {
        var sights = new EnumMap<ItemKind, Sight>(all());
        sights.put(ItemKind.USER, Sight.failed(ConnectionKind.SHELL, "It failed."));
        var now = Inventory.of(FJORDSHOP, NOON, List.of(PLUGIN, OPTION), sights);

        var then = baseline.approveAnew(now, 2, "looked", ADA, NOON).state();

        assertThat(then.differences(seen(PLUGIN, OPTION)))
                .containsExactly(new Difference.Gone(ADMIN));
    }

    private static Baseline approved(Inventory seen) {
        return Baseline.approve(seen, 1, "looked at all", ADA, NOON).state();
    }

    private static Inventory seen(InventoryItem... items) {
        return Inventory.of(FJORDSHOP, NOON, new ArrayList<>(List.of(items)), all());
    }

    private static Map<ItemKind, Sight> all() {
        var sights = new EnumMap<ItemKind, Sight>(ItemKind.class);
        for (var kind : ItemKind.values()) {
            sights.put(kind, Sight.whole(ConnectionKind.SHELL));
        }
        return sights;
    }
}
