package dev.cordon.domain.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cordon.domain.store.RestCredential.ApplicationPassword;
import dev.cordon.domain.store.RestCredential.WooKey;
import org.junit.jupiter.api.Test;

class RestCredentialTest {

    @Test
    void textFormsHoldNoSecret() {
        var key = StoreFixtures.aKey();
        var password = StoreFixtures.aPassword();
        var both = StoreAccess.with(key).and(password);

        assertThat(key.toString()).isEqualTo("WooCommerce key …1234567");
        assertThat(both.toString())
                .doesNotContain(key.user(), key.secret(), password.secret())
                .contains("application password of cordon");
    }

    @Test
    void refusalNeverRepeatsTheSecret() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WooKey("ck_" + "a".repeat(40), "hunter2"))
                .withMessageNotContaining("hunter2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ApplicationPassword("ada", "hunter2!"))
                .withMessageNotContaining("hunter2");
    }

    @Test
    void spacesOfAnApplicationPasswordMeanNothing() {
        var spaced = new ApplicationPassword("ada", "abcd EFGH 1234 ijkl MNOP 5678");

        assertThat(spaced).isEqualTo(new ApplicationPassword("ada", "abcdEFGH1234ijklMNOP5678"));
    }

    @Test
    void keyGoesBeforeThePasswordAtWooCommerceAndIsWorthNothingAtWordPress() {
        var key = StoreFixtures.aKey();
        var password = StoreFixtures.aPassword();
        var both = StoreAccess.with(password).and(key);

        assertThat(both.forWooCommerce()).isEqualTo(key);
        assertThat(both.forWordPress()).isEqualTo(password);
        assertThat(StoreAccess.with(password).forWooCommerce()).isEqualTo(password);
        assertThat(StoreAccess.with(key).forWordPress()).isNull();
    }
}
