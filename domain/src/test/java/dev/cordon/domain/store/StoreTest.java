package dev.cordon.domain.store;

import static dev.cordon.domain.store.StoreFixtures.ADMIN;
import static dev.cordon.domain.store.StoreFixtures.FJORDSHOP;
import static dev.cordon.domain.store.StoreFixtures.NOON;
import static dev.cordon.domain.store.StoreFixtures.aKey;
import static dev.cordon.domain.store.StoreFixtures.fjordshop;
import static dev.cordon.domain.store.StoreFixtures.profile;
import static dev.cordon.domain.store.StoreFixtures.profileAt;
import static dev.cordon.domain.store.StoreFixtures.stagingProfile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.Version;
import dev.cordon.domain.store.StoreEvent.StoreAdded;
import dev.cordon.domain.store.StoreEvent.StoreChanged;
import dev.cordon.domain.store.StoreEvent.StoreConnectionReplaced;
import dev.cordon.domain.store.StoreEvent.StoreConnectionsForgotten;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StoreTest {

    @Test
    void addingAnnouncesTheStoreAndEachCredentialWithoutItsSecret() {
        var added = Store.add(FJORDSHOP, profile(), StoreAccess.with(aKey()), ADMIN, NOON);

        assertThat(added.state().version()).isEqualTo(Version.NEW);
        assertThat(added.events())
                .hasSize(2)
                .satisfiesExactly(
                        event -> assertThat(event).isInstanceOf(StoreAdded.class),
                        event ->
                                assertThat(event)
                                        .isEqualTo(
                                                new StoreConnectionReplaced(
                                                        FJORDSHOP,
                                                        "WooCommerce key …1234567",
                                                        ADMIN,
                                                        NOON)));
    }

    @Test
    void correctionAtTheSameServerKeepsTheCredentials() {
        var changed =
                fjordshop()
                        .update(
                                profileAt("https://fjordshop.example/shop"),
                                "moved into a folder",
                                ADMIN,
                                NOON);

        assertThat(changed.events()).hasExactlyElementsOfTypes(StoreChanged.class);
    }

    @Test
    void anotherServerMakesCordonForgetTheCredentials() {
        var elsewhere = profileAt("https://fjordshop.example.evil.example");

        var changed = fjordshop().update(elsewhere, "typo", ADMIN, NOON);

        assertThat(changed.events())
                .hasExactlyElementsOfTypes(StoreChanged.class, StoreConnectionsForgotten.class);
        assertThat(fjordshop().keepsCredentialsAt(elsewhere.url())).isFalse();
    }

    @Test
    void theSameHostOverPlainHttpIsAnotherServer() {
        assertThat(fjordshop().keepsCredentialsAt(StoreUrl.of("http://fjordshop.example")))
                .isFalse();
    }

    @Test
    void onlyAProductionStoreHasATwinAndItIsAnotherStore() {
        var other = new StoreId(new UUID(0, 7));

        assertThat(fjordshop().update(profile().withTwin(other), "paired", ADMIN, NOON).state())
                .extracting(Store::twin)
                .isEqualTo(other);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                fjordshop()
                                        .update(
                                                profile().withTwin(FJORDSHOP),
                                                "itself",
                                                ADMIN,
                                                NOON));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                fjordshop()
                                        .update(
                                                stagingProfile().withTwin(other),
                                                "staging",
                                                ADMIN,
                                                NOON));
    }

    @Test
    void storeWithoutANameOrALanguageIsNone() {
        var good = profile();

        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                Store.add(
                                        FJORDSHOP,
                                        new Store.Profile(
                                                " ",
                                                good.url(),
                                                good.environment(),
                                                good.zone(),
                                                good.language(),
                                                good.contact()),
                                        StoreAccess.NONE,
                                        ADMIN,
                                        NOON));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                Store.add(
                                        FJORDSHOP,
                                        new Store.Profile(
                                                good.name(),
                                                good.url(),
                                                good.environment(),
                                                good.zone(),
                                                Locale.ROOT,
                                                good.contact()),
                                        StoreAccess.NONE,
                                        ADMIN,
                                        NOON));
    }
}
