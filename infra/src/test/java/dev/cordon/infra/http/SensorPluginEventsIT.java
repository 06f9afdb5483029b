package dev.cordon.infra.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.cordon.domain.people.Role;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ApplicationContext;

/** What the plugin tells of what happens in a real WordPress. */
@ApiTest
@ExtendWith(WordPressServer.class)
class SensorPluginEventsIT {

    private final Api api;
    private final Tokens tokens;
    private final SensorSteps sensor;
    private final WordPress wordPress = WordPressServer.running();

    SensorPluginEventsIT(Api api, Tokens tokens, ApplicationContext program) {
        this.api = api;
        this.tokens = tokens;
        this.sensor = new SensorSteps(program);
    }

    @BeforeEach
    void aStoreWithItsSensor() throws IOException {
        sensor.begin();
    }

    @Test
    void usersRolesAndWhatOpensTheirAccountsAreTold() {
        int before = sensor.told().size();

        wordPress.php(
                """
                        $id = wp_insert_user( array( 'user_login' => 'intern', 'user_pass' => 'x',
                            'user_email' => 'intern@fjord.example', 'role' => 'subscriber' ) );
                        ( new WP_User( $id ) )->set_role( 'administrator' );
                        wp_update_user( array( 'ID' => $id, 'user_pass' => 'y', 'user_email' => 'z@fjord.example' ) );
                        WP_Application_Passwords::create_new_application_password( $id, array( 'name' => 'deploy' ) );
                        WP_Application_Passwords::delete_all_application_passwords( $id );
                        wp_delete_user( $id, 1 );
                        """);
        wordPress.beat();

        assertThat(sensor.wordsSince(before))
                .containsExactly(
                        "user_created",
                        "role_changed",
                        "password_changed",
                        "user_email_changed",
                        "application_password_created",
                        "application_password_removed",
                        "user_deleted");
        var role = sensor.since(before, "role_changed").getFirst();
        assertThat(role.at("/status_detail").asString()).isEqualTo("administrator");
        assertThat(role.at("/unmapped/role_before").asString()).isEqualTo("subscriber");
        assertThat(role.at("/user/name").asString()).isEqualTo("intern");
    }

    @Test
    void whoIsWrittenIntoTheDatabaseDirectlyIsFoundWithinAMinuteAndRaisesAnAlert() {
        int before = sensor.told().size();

        wordPress.php(
                """
                        global $wpdb;
                        $wpdb->insert( $wpdb->users, array( 'user_login' => 'backdoor' ) );
                        $wpdb->insert( $wpdb->usermeta, array( 'user_id' => $wpdb->insert_id,
                            'meta_key' => 'wp_capabilities',
                            'meta_value' => serialize( array( 'administrator' => true ) ) ) );
                        $wpdb->insert( $wpdb->prefix . 'woocommerce_api_keys', array( 'user_id' => 1,
                            'permissions' => 'read_write', 'truncated_key' => 'abc1234' ) );
                        """);

        wordPress.beat();

        var admin = sensor.since(before, "role_changed").getFirst();
        assertThat(admin.at("/user/name").asString()).isEqualTo("backdoor");
        assertThat(admin.at("/unmapped/found_by").asString()).isEqualTo("census");
        await().untilAsserted(
                        () ->
                                assertThat(alerts())
                                        .contains("administrator-made")
                                        .contains("rest-key-made"));
    }

    @Test
    void pluginsThemesFilesAndSettingsAreTold() {
        int before = sensor.told().size();

        wordPress.php(
                """
                        require_once ABSPATH . 'wp-admin/includes/class-wp-upgrader.php';
                        do_action( 'upgrader_process_complete', null, array( 'type' => 'plugin',
                            'action' => 'install', 'plugins' => array( 'shell/shell.php' ) ) );
                        do_action( 'upgrader_process_complete', null, array( 'type' => 'theme',
                            'action' => 'update', 'themes' => array( 'storefront' ) ) );
                        remove_action( '_core_updated_successfully', '_redirect_to_about_wordpress' );
                        do_action( '_core_updated_successfully', '6.9' );
                        do_action( 'activated_plugin', 'shell/shell.php' );
                        do_action( 'deactivated_plugin', 'wordfence/wordfence.php' );
                        do_action( 'deleted_plugin', 'wordfence/wordfence.php', true );
                        do_action( 'switch_theme', 'Storefront', wp_get_theme() );
                        do_action( 'deleted_theme', 'old', true );
                        update_option( 'users_can_register', '1' );
                        update_option( 'users_can_register', '0' );
                        update_option( 'woocommerce_dummy_settings', array( 'enabled' => 'yes', 'title' => 'Card', 'secret' => 'sk_1' ) );
                        update_option( 'woocommerce_dummy_settings', array( 'enabled' => 'yes', 'title' => 'Card', 'secret' => 'sk_2' ) );
                        update_option( 'woocommerce_dummy_settings', array( 'enabled' => 'no', 'title' => 'Card', 'secret' => 'sk_2' ) );
                        update_option( 'woocommerce_new_order_settings', array( 'enabled' => 'yes', 'title' => 'x', 'subject' => 'y' ) );
                        delete_option( 'woocommerce_dummy_settings' );
                        $_POST = array( 'file' => 'pretend-shop/pretend-shop.php', 'plugin' => 'pretend-shop/pretend-shop.php' );
                        do_action( 'load-plugin-editor.php' );
                        file_put_contents( WP_PLUGIN_DIR . '/pretend-shop/pretend-shop.php', "\\n// edited\\n", FILE_APPEND );
                        """);
        wordPress.beat();

        assertThat(sensor.wordsSince(before))
                .containsExactly(
                        "plugin_installed",
                        "theme_updated",
                        "core_updated",
                        "plugin_activated",
                        "plugin_deactivated",
                        "plugin_removed",
                        "theme_switched",
                        "theme_removed",
                        "option_updated",
                        "option_updated",
                        "gateway_changed",
                        "gateway_changed",
                        "gateway_disabled",
                        "file_edited");
        assertThat(sensor.since(before, "gateway_changed").get(1).at("/status_detail").asString())
                .isEqualTo("secret");
        assertThat(sensor.told().toString()).doesNotContain("sk_1").doesNotContain("sk_2");
        assertThat(sensor.since(before, "file_edited").getFirst().at("/file/path").asString())
                .isEqualTo("wp-content/plugins/pretend-shop/pretend-shop.php");
    }

    @Test
    void eachFailedPaymentIsOneEventWithItsReasonAndNobodysName() throws Exception {
        int before = sensor.told().size();

        sensor.checkout("first", 81);
        sensor.checkout("again", 81);
        sensor.checkout("paid", 82);
        wordPress.php(
                """
                        $order = new Pretend_Order( 83 );
                        do_action( 'woocommerce_checkout_order_processed', 83, array(), $order );
                        do_action( 'woocommerce_order_status_changed', 83, 'pending', 'failed', $order );
                        apply_filters( 'woocommerce_add_error', 'Insufficient funds on the card of Mara.' );
                        $errors = new WP_Error( 'billing_email_required', 'Mara, your mail is missing.' );
                        do_action( 'woocommerce_after_checkout_validation', array(), $errors );
                        do_action( 'woocommerce_order_status_changed', 84, 'processing', 'completed', new Pretend_Order( 84 ) );
                        do_action( 'woocommerce_order_status_changed', 84, 'completed', 'refunded', new Pretend_Order( 84 ) );
                        """);
        wordPress.beat();

        assertThat(sensor.wordsSince(before))
                .containsExactly(
                        "payment_failed",
                        "payment_failed",
                        "order_paid",
                        "payment_failed",
                        "checkout_failed",
                        "order_updated",
                        "order_refunded");
        var failed = sensor.since(before, "payment_failed");
        assertThat(failed)
                .extracting(each -> each.at("/status_detail").asString())
                .containsExactly("card_declined", "card_declined", "insufficient_funds");
        assertThat(failed.get(2).at("/src_endpoint/ip").asString()).isEqualTo("203.0.113.9");
        assertThat(failed.get(2).at("/unmapped/gateway").asString()).isEqualTo("dummy");
        assertThat(sensor.told().toString()).doesNotContain("Mara");
    }

    @Test
    void securityPluginsAreHeardAndAnonymisedAddressesAreMarked() {
        int before = sensor.told().size();

        wordPress.php(
                """
                        do_action( 'wordfence_security_event', 'loginLockout', array( 'ip' => '203.0.113.1', 'reason' => 'x', 'duration' => 60 ) );
                        do_action( 'wordfence_security_event', 'wafDeactivated', array( 'username' => 'ada', 'ip' => '203.0.113.1' ) );
                        do_action( 'wordfence_security_event', 'adminLogin', array( 'username' => 'ada' ) );
                        do_action( 'wsal_logged_alert', null, 6028, array( 'FileLocation' => ABSPATH . 'wp-load.php', 'ClientIP' => '203.0.113.2' ), 0, 1 );
                        do_action( 'wsal_logged_alert', null, 1000, array( 'Username' => 'ada' ), 0, 1 );
                        do_action( 'itsec_log_add', array( 'module' => 'lockout', 'code' => 'host-lockout::203.0.113.3', 'type' => 'action', 'remote_ip' => '203.0.113.3' ), 7, 'database' );
                        do_action( 'itsec_log_add', array( 'module' => 'site-scanner', 'code' => 'scan::clean', 'type' => 'notice', 'remote_ip' => '' ), 8, 'database' );
                        do_action( 'itsec_log_add', array( 'module' => 'site-scanner', 'code' => 'scan::malware', 'type' => 'critical-issue', 'remote_ip' => '' ), 9, 'database' );
                        do_action( 'simple_history/log/inserted', array( '_message_key' => 'created_export', '_server_remote_addr' => '203.0.113.0', '_user_login' => 'ada' ), array( 'logger' => 'SimpleExportLogger', 'level' => 'info' ), null );
                        do_action( 'simple_history/log/inserted', array( '_message_key' => 'user_logged_in' ), array( 'logger' => 'SimpleUserLogger', 'level' => 'info' ), null );
                        do_action( 'wp_stream_record_inserted', 5, array( 'connector' => 'posts', 'context' => 'page', 'action' => 'updated', 'ip' => '203.0.113.5', 'user_id' => 1 ) );
                        do_action( 'wp_stream_record_inserted', 6, array( 'connector' => 'users', 'context' => 'sessions', 'action' => 'login' ) );
                        """);
        wordPress.beat();

        assertThat(sensor.since(before))
                .extracting(
                        each -> each.at("/activity_name").asString(),
                        each -> each.at("/metadata/product/name").asString(),
                        each -> each.at("/src_endpoint/ip").asString())
                .containsExactly(
                        tuple("lockout", "wordfence", "203.0.113.1"),
                        tuple("plugin_deactivated", "wordfence", "203.0.113.1"),
                        tuple("file_changed", "wp-activity-log", "203.0.113.2"),
                        tuple("host_lockout", "solid-security", "203.0.113.3"),
                        tuple("malware_found", "solid-security", "192.0.2.44"),
                        tuple("export_created", "simple-history", "203.0.113.0"),
                        tuple("page_changed", "stream", "203.0.113.5"));
        assertThat(
                        sensor.since(before, "export_created")
                                .getFirst()
                                .at("/unmapped/address")
                                .asString())
                .isEqualTo("anonymised_at_source");
    }

    private String alerts() {
        return api.get("/api/v1/alerts?store=" + sensor.inCare())
                .token(tokens.of("adam", Role.ADMINISTRATOR))
                .send()
                .http()
                .body();
    }
}
