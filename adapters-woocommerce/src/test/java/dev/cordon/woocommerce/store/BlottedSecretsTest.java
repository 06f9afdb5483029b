package dev.cordon.woocommerce.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class BlottedSecretsTest {

    private static final JsonMapper JSON = JsonMapper.shared();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "define( 'DB_PASSWORD', 'hunter2' );",
                "define('DB_PASSWORD','hunter2');",
                "define(\"SECURE_AUTH_SALT\", \"a'hunter2\");",
                "define('AUTH_KEY',  'with \\' and hunter2');",
                "define('STRIPE_SECRET', 'hunter2' );",
                "$config['password'] = 'hunter2';",
                "'smtp_pass' => 'hunter2'",
                "SetEnv API_KEY hunter2",
                "php_value mail.password hunter2",
                "mysqldump --password=hunter2 shop",
                "wp user create a --user_pass hunter2",
                "define('CACHE', 'redis://shop:hunter2@cache:6379');",
            })
    void whatOpensDoorsIsBlottedOut(String line) {
        var blotted = BlottedSecrets.in(line + "\n$table_prefix = 'wp_';\n");

        assertThat(blotted).doesNotContain("hunter2").contains("[blotted out]");
        assertThat(blotted).endsWith("$table_prefix = 'wp_';\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "define( 'DB_NAME', 'shop' );",
                "define('WP_DEBUG', true);",
                "RewriteRule ^wp-login\\.php$ - [F]",
                "eval(base64_decode('aGFjaw=='));",
                "auto_prepend_file = /tmp/.x.php",
            })
    void whatTellsOfAnAttackStays(String line) {
        assertThat(BlottedSecrets.in(line)).isEqualTo(line);
    }

    @Test
    void aLongSecretExhaustsNothing() {
        var text = "define('NONCE_KEY', '" + "\\'x".repeat(1_000_000) + "');";

        assertThat(BlottedSecrets.in(text)).isEqualTo("define('NONCE_KEY', [blotted out]);");
    }

    @Test
    void settingsThatWooCommerceCallsPasswordsAreBlottedOut() {
        var json =
                """
                [{"id":"stripe","enabled":true,"settings":{
                  "publishable":{"id":"publishable","type":"text","value":"pk_1"},
                  "test":{"id":"test","type":"password","value":"sk_1"},
                  "webhook_secret":{"id":"webhook_secret","type":"text","value":"whsec_1"},
                  "title":{"id":"title","type":"text","value":"Card"}}},
                 {"id":"x","token":"t_1","nested":[{"api_key":"guess me"}]}]
                """;

        var blotted = BlottedSecrets.in(JSON.readTree(json)).toString();

        assertThat(blotted).contains("pk_1", "Card", "stripe");
        assertThat(blotted).doesNotContain("sk_1", "whsec_1", "t_1", "guess me");
    }
}
