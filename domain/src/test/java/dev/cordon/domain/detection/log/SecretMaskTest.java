package dev.cordon.domain.detection.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
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
        "no sign at all, no sign at all",
        "/login?next=%2F%3Fkey%3Dabc%26a%3Db H, /login?next=%2F%3Fkey%3D***%26a%3Db H",
        "/wp-json/wc/v3/ck_0123456789abcdef0123456789abcdef01234567/x, /wp-json/wc/v3/ck_****************************************/x",
        "ck_short is none, ck_short is none",
        "order wc_order_aB3 paid, order wc_order_*** paid"
    })
    void secretsAreBlottedOutAndNothingMoves(String line, String kept) {
        assertThat(masked(line)).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"password":"a\\"b","user":"bo"}|{"password":"****","user":"bo"}
                    {"api_key": "x", "cvc": "123"}|{"api_key": "*", "cvc": "***"}
                    {"cvc":123,"n":5,"CVV": 1234}|{"cvc":***,"n":5,"CVV": ****}
                    {"accessToken":"x","Password":"y"}|{"accessToken":"*","Password":"*"}
                    {"log":"{\\"password\\":\\"hunter2\\",\\"a\\":1}"}|{"log":"{\\"password\\":\\"*******\\",\\"a\\":1}"}
                    {"_message_key":"user_logged_in"}|{"_message_key":"user_logged_in"}
                    {"token":{"id":7},"n":"key"}|{"token":{"id":7},"n":"key"}
                    {"headers":{"Authorization":"Basic YWRt"}}|{"headers":{"Authorization":"**********"}}
                    sent Authorization: Bearer abc|sent Authorization: **********
                    Cookie: a=b; c=d|Cookie: ********
                    X-Api-Key: abc|X-Api-Key: ***
                    {"password" : "x","cvc" : 12}|{"password" : "*","cvc" : **}
                    [cvc] => 123|[cvc] => ***
                    POST /checkout?cvv=123&n=5|POST /checkout?cvv=***&n=5
                    card_cvc=0042&security_code=9999|card_cvc=****&security_code=****
                    {"cvv2":"123","cvn":4}|{"cvv2":"***","cvn":*}
                    'password' => 'hunter2',|'password' => **********
                    [status] => declined|[status] => declined
                    a => b, key => c|a => b, key => c
                    """)
    void soAreThoseOfJsonAndOfHeaders(String line, String kept) {
        assertThat(masked(line)).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({
        "card 4111111111111111 declined, card **************** declined",
        "card 4111 1111 1111 1111 declined, card ******************* declined",
        "card 3782-822463-10005 declined, card ***************** declined",
        "card 378282246310005, card ***************",
        "/?card=4111+1111+1111+1111&a=1, /?card=*******************&a=1",
        "/?card=4111%201111%201111%201111&a=1, /?card=*************************&a=1",
        "card 4111-1111 1111-1111, card 4111-1111 1111-1111",
        "card 5555555555554444, card ****************",
        "card 5555555555554444., card ****************.",
        "took 0.4111111111111111 s, took 0.4111111111111111 s",
        "/?PASSWORD=x&apiKey=y, /?PASSWORD=*&apiKey=*",
        "/?_=4111111111111111&a=1, /?_=****************&a=1",
        "card 4111111111111112, card 4111111111111112",
        "at 1700000000000 and 1111222233334444, at 1700000000000 and 1111222233334444",
        "id a4111111111111111b, id a4111111111111111b",
        "GET / 200 4111 1111 11, GET / 200 4111 1111 11"
    })
    void cardNumbersAreBlottedOutAndOtherNumbersStay(String line, String kept) {
        assertThat(masked(line)).isEqualTo(kept);
    }

    @Test
    void longKeysAreToldApartByAMarkThatDoesNotTellThem() {
        var one = "/?consumer_key=ck_0123456789abcdef0123456789abcdef01234567 H";
        var other = one.replace("ck_0", "ck_1");

        assertThat(marked(one)).isEqualTo(marked(one)).isNotEqualTo(marked(other));
        assertThat(marked(one)).matches("/\\?consumer_key=[0-9a-f]{4}\\*{39} H");
        assertThat(marked("/?key=short&token=hunter2"))
                .isEqualTo(masked("/?key=short&token=hunter2"));
        assertThat(masked(marked(one))).isEqualTo(masked(one));
    }

    private static String marked(String line) {
        var bytes = line.getBytes(UTF_8);
        SecretMask.mask(bytes, 0, bytes.length, new SecretMark(new byte[] {7}));
        return new String(bytes, UTF_8);
    }

    private static String masked(String line) {
        byte[] bytes = line.getBytes(UTF_8);

        SecretMask.mask(bytes, 0, bytes.length);

        return new String(bytes, UTF_8);
    }
}
