package dev.cordon.domain.detection.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretMaskTest {

    @ParameterizedTest
    @CsvSource({
        "/?consumer_key=ck_1&consumer_secret=cs_22 H, /?consumer_key=****&consumer_secret=***** H",
        "/?oauth_signature=a%2Bb&x=1, /?oauth_signature=*****&x=1",
        "/checkout/order-pay/7/?key=wc_order_abc H, /checkout/order-pay/7/?key=************ H",
        "/wp-login.php?action=rp&key=Zz9&login=bo, /wp-login.php?action=rp&key=***&login=bo",
        "/?s=rain+jacket&post_type=product, /?s=rain+jacket&post_type=product",
        "/?a==b&token=, /?a==b&token=",
        "no sign at all, no sign at all"
    })
    void secretsAreBlottedOutAndNothingMoves(String line, String kept) {
        byte[] bytes = line.getBytes(UTF_8);

        SecretMask.mask(bytes, 0, bytes.length);

        assertThat(new String(bytes, UTF_8)).isEqualTo(kept);
    }
}
