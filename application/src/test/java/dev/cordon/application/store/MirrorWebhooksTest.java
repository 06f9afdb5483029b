package dev.cordon.application.store;

import static dev.cordon.domain.store.StoreFixtures.FJORDSHOP;
import static dev.cordon.domain.store.StoreFixtures.NOON;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.application.kernel.InlineUnitOfWork;
import dev.cordon.application.kernel.TestCaller;
import dev.cordon.application.store.KeepMirrorWebhooks.Outcome;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.people.AutomationPolicy;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreAccess;
import dev.cordon.domain.store.StoreFailure;
import dev.cordon.domain.store.StoreFixtures;
import dev.cordon.domain.store.mirror.StoreWebhook;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MirrorWebhooksTest {

    private static final String OURS = "https://cordon.example/changed";

    private final InMemoryStores stores = new InMemoryStores();
    private final InMemoryMirrorPlans plans = new InMemoryMirrorPlans();
    private final InMemoryOrderMirror mirror = new InMemoryOrderMirror();
    private final FakeStoreWebhooks atStore = new FakeStoreWebhooks();
    private final InMemoryMirrorWebhooks kept = new InMemoryMirrorWebhooks();
    private final TestCaller ada = TestCaller.person("ada");
    private final TestCaller automation =
            new TestCaller(AutomationPolicy.STORE_MIRROR.actor(), StoreScope.ALL);
    private final KeepMirrorWebhooks keep =
            new KeepMirrorWebhooks(
                    stores,
                    plans,
                    atStore,
                    kept,
                    _ -> OURS,
                    new InlineUnitOfWork(),
                    automation,
                    () -> NOON);
    private final TakeMirrorWebhook take = new TakeMirrorWebhook(kept, automation, () -> NOON);

    @BeforeEach
    void aStoreThatTells() {
        stores.save(
                Store.add(FJORDSHOP, StoreFixtures.profile(), StoreAccess.NONE, ada.actor(), NOON));
        plan(true);
    }

    @Test
    void oneForEachTopicIsPutThereAndSignsWithOurSecret() {
        assertThat(keep()).isEqualTo(Outcome.KEPT);

        assertThat(atStore.kept())
                .extracting(StoreWebhook::topic)
                .containsExactly("order.created", "order.updated");
        assertThat(atStore.secrets()).containsOnly(kept.secret(FJORDSHOP).orElseThrow());
        assertThat(keep()).isEqualTo(Outcome.KEPT);
        assertThat(atStore.kept()).hasSize(2);
        assertThat(kept.state(FJORDSHOP).repaired()).isZero();
    }

    @Test
    void oneThatTheStoreSwitchedOffIsPutThereAnewForItGoesOnCountingFailures() {
        keep();
        atStore.switchOff("order.updated");

        keep();

        assertThat(atStore.kept()).extracting(StoreWebhook::id).containsExactly(1L, 3L);
        assertThat(atStore.kept()).allMatch(StoreWebhook::active);
        assertThat(kept.state(FJORDSHOP).repaired()).isOne();
        assertThat(kept.state(FJORDSHOP).repairedAt()).isEqualTo(NOON);
    }

    @Test
    void oneThatIsThereTwiceIsThereOnceAgainAndOthersAreLeftAlone() {
        keep();
        add("order.created", OURS);
        add("order.created", "https://erp.example/");

        keep();

        assertThat(atStore.kept())
                .extracting(StoreWebhook::address)
                .containsExactlyInAnyOrder(OURS, OURS, "https://erp.example/");
    }

    @Test
    void whoseSecretWasLostIsPutThereAnew() {
        keep();
        kept.forget(FJORDSHOP);

        keep();

        assertThat(atStore.kept()).extracting(StoreWebhook::id).containsExactly(3L, 4L);
    }

    @Test
    void theyGoWhenNobodyWantsThemAnyMore() {
        keep();
        plan(false);

        assertThat(keep()).isEqualTo(Outcome.ENDED);

        assertThat(atStore.kept()).isEmpty();
        assertThat(kept.secret(FJORDSHOP)).isEmpty();
    }

    @Test
    void aStoreThatRefusesIsAskedAgainAndSaidSo() {
        atStore.fail(new StoreFailure.NotPermitted("woocommerce_rest_cannot_view"));

        assertThat(keep()).isEqualTo(Outcome.STOPPED);

        assertThat(kept.state(FJORDSHOP).stoppedBy()).contains("lacks the right");
        atStore.fail(null);
        keep();
        assertThat(kept.state(FJORDSHOP).stoppedBy()).isNull();
    }

    @Test
    void whatIsSignedIsToldOnceHoweverOftenItComes() throws Exception {
        keep();
        var secret = kept.secret(FJORDSHOP).orElseThrow();

        assertThat(take(signed(secret, "{}"), "{}")).isEqualTo(TakeMirrorWebhook.Outcome.TOLD);
        assertThat(take(signed(secret, "{}"), "{}"))
                .isEqualTo(TakeMirrorWebhook.Outcome.NOTHING_NEW);
        assertThat(take(signed(secret, "{}"), "{ }")).isEqualTo(TakeMirrorWebhook.Outcome.REFUSED);
        assertThat(take(signed("other", "{}"), "{}")).isEqualTo(TakeMirrorWebhook.Outcome.REFUSED);
    }

    @Test
    void theCallThatTriesTheAddressIsSignedByNobodyAndTellsNothing() {
        assertThat(take(null, "webhook_id=17")).isEqualTo(TakeMirrorWebhook.Outcome.NOTHING_NEW);
        assertThat(take(null, "{\"id\":17}")).isEqualTo(TakeMirrorWebhook.Outcome.REFUSED);
    }

    @Test
    void aStoreThatWasNeverAskedToTellTellsNothing() throws Exception {
        assertThat(take(signed("any", "{}"), "{}")).isEqualTo(TakeMirrorWebhook.Outcome.REFUSED);
    }

    private void plan(boolean told) {
        var now = plans.of(FJORDSHOP);
        new SetMirror(stores, plans, mirror, ada, () -> NOON)
                .set(
                        new SetMirror.Command(
                                FJORDSHOP, now.version(), "Dina", "to tell people", 90, told));
    }

    private Outcome keep() {
        return keep.keep(new KeepMirrorWebhooks.Command(FJORDSHOP));
    }

    private void add(String topic, String address) {
        atStore.add(StoreFixtures.fjordshop(), "other", topic, address, "other");
    }

    private TakeMirrorWebhook.Outcome take(@Nullable String signature, String body) {
        return take.take(new TakeMirrorWebhook.Command(FJORDSHOP, signature, body.getBytes(UTF_8)));
    }

    private static String signed(String secret, String body) throws Exception {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
        return Base64.getEncoder().encodeToString(mac.doFinal(body.getBytes(UTF_8)));
    }
}
