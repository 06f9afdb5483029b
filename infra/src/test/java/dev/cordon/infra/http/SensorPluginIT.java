package dev.cordon.infra.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.cordon.application.detection.LogSpool;
import dev.cordon.application.store.AddStore;
import dev.cordon.application.store.GiveOutSensor;
import dev.cordon.application.store.SensorCommands;
import dev.cordon.application.store.SensorOrder;
import dev.cordon.application.store.StoreCredentials;
import dev.cordon.application.store.StoreGateway;
import dev.cordon.application.store.StoreQueries;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.people.Role;
import dev.cordon.domain.store.ContactAddress;
import dev.cordon.domain.store.LoginSession;
import dev.cordon.domain.store.PageCursor;
import dev.cordon.domain.store.ReadBack;
import dev.cordon.domain.store.SensorKey;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreAccess;
import dev.cordon.domain.store.StoreAnswer;
import dev.cordon.domain.store.StoreEnvironment;
import dev.cordon.domain.store.StoreFailure;
import dev.cordon.domain.store.StoreFiles.StoreFile;
import dev.cordon.domain.store.StoreUrl;
import dev.cordon.domain.store.Window;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The plugin in a real WordPress, and the real door in Cordon. */
@ApiTest
class SensorPluginIT {

    @TempDir private static Path folder;

    private static @Nullable WordPress running;
    private static @Nullable StoreId inCare;

    private final Api api;
    private final Tokens tokens;
    private final TestClock clock;
    private final AddStore addStore;
    private final GiveOutSensor giveOut;
    private final StoreQueries stores;
    private final StoreCredentials credentials;
    private final StoreGateway gateway;
    private final SensorCommands commands;
    private final LogSpool spool;
    private final TransactionTemplate transaction;

    SensorPluginIT(
            Api api,
            Tokens tokens,
            TestClock clock,
            AddStore addStore,
            GiveOutSensor giveOut,
            StoreQueries stores,
            StoreCredentials credentials,
            StoreGateway gateway,
            SensorCommands commands,
            LogSpool spool,
            TransactionTemplate transaction) {
        this.api = api;
        this.tokens = tokens;
        this.clock = clock;
        this.addStore = addStore;
        this.giveOut = giveOut;
        this.stores = stores;
        this.credentials = credentials;
        this.gateway = gateway;
        this.commands = commands;
        this.spool = spool;
        this.transaction = transaction;
    }

    @BeforeAll
    static void startWordPress() throws IOException, InterruptedException {
        assumeThat(WordPress.isInstalled())
                .as("Debian's wordpress, php-cli, php-mysql and mariadb-server are installed")
                .isTrue();
        running = WordPress.start(folder);
    }

    @AfterAll
    static void stopWordPress() throws InterruptedException {
        if (running != null) {
            running.close();
        }
    }

    @BeforeEach
    void aStoreWithItsSensor() throws IOException {
        clock.reset();
        wordPress().ahead(0);
        Files.deleteIfExists(wordPress().site().resolve("wp-content/test-most"));
        if (inCare == null) {
            inCare = takeIntoCare();
            wordPress().upload(zip(), cordon());
            wordPress()
                    .php(
                            "activate_plugin( 'cordon-sensor/cordon-sensor.php' );"
                                    + "activate_plugin( 'pretend-shop/pretend-shop.php' );");
        }
        wordPress().sendTo(cordon());
        wordPress().php("delete_option( 'cordon_sensor_maintenance' );" + SEND_NOW);
        wordPress().beat();
    }

    /** Whatever was waited for is over. */
    private static final String SEND_NOW =
            "Cordon\\Sensor\\State::write( array( 'wait' => 0, 'failures' => 0, 'sent' => 0 ) );";

    @Test
    void loginsArriveSignedWithAccountAndAddress() throws Exception {
        int before = told().size();

        wordPress().form("/wp-login.php", "log=ada&pwd=wrong");
        wordPress().form("/wp-login.php", "log=mara%40shop.example&pwd=wrong");
        wordPress().form("/wp-login.php", "log=ada&pwd=ada-password");
        wordPress().beat();

        var logins = since(before, "login_failed", "login_succeeded");
        assertThat(logins).hasSize(3);
        assertThat(logins.get(0).at("/user/name").asString()).isEqualTo("ada");
        assertThat(logins.get(0).at("/status_detail").asString()).isEqualTo("incorrect_password");
        assertThat(logins.get(0).at("/src_endpoint/ip").asString()).isEqualTo("127.0.0.1");
        assertThat(logins.get(1).at("/user/name").asString()).matches("mail-[0-9a-f]{16}");
        assertThat(logins.get(2).at("/user/uid").asString()).isEqualTo("1");
        assertThat(logins.toString()).doesNotContain("wrong").doesNotContain("mara@");
    }

    @Test
    void aProcessThatIsKilledTakesNothingWithItThatWasRecorded() throws Exception {
        int before = told().size();
        var pid = wordPress().site().resolve("wp-content/test-pid");

        wordPress().begin("/?test_slow_login=1");
        await().until(() -> Files.exists(pid) && !Files.readString(pid).isBlank());
        ProcessHandle.of(Long.parseLong(Files.readString(pid))).orElseThrow().destroyForcibly();
        wordPress().beat();

        assertThat(since(before, "login_failed"))
                .extracting(each -> each.at("/user/name").asString())
                .containsExactly("killed");
    }

    @Test
    void aWeekWithoutCordonLosesOnlyTheOldestOfTheLeastValueAndSaysHowMany() throws Exception {
        int before = told().size();
        wordPress().sendTo("http://127.0.0.1:" + closedPort());
        Files.writeString(wordPress().site().resolve("wp-content/test-most"), "400");

        var said =
                wordPress()
                        .php(
                                """
                                $ahead = 0;
                                $tried = 0;
                                add_filter( 'cordon_sensor_now', function ( $now ) use ( &$ahead ) {
                                    return $now + $ahead;
                                } );
                                add_action( 'http_api_debug', function () use ( &$tried ) { $tried++; } );
                                for ( $hour = 0; $hour < 168; $hour++ ) {
                                    $ahead = $hour * 3600;
                                    for ( $i = 0; $i < 5; $i++ ) {
                                        do_action( 'wp_login_failed', "guess$hour-$i", null );
                                    }
                                    if ( 0 === $hour % 24 ) {
                                        do_action( 'switch_theme', "theme$hour" );
                                    }
                                    for ( $minute = 0; $minute < 3; $minute++ ) {
                                        $ahead += 60;
                                        do_action( 'cordon_sensor_minute' );
                                    }
                                }
                                echo wp_json_encode( array( 'tried' => $tried,
                                    'depth' => Cordon\\Sensor\\Queue::depth() ) );
                                """);
        var absence = JsonMapper.shared().readTree(said);
        assertThat(absence.path("depth").asInt()).isBetween(200, 500);
        assertThat(absence.path("tried").asInt()).isBetween(100, 250);

        var week = Duration.ofDays(7);
        clock.forward(week);
        wordPress().ahead(week.toSeconds());
        wordPress().sendTo(cordon());
        wordPress().php(SEND_NOW);
        wordPress().beat();

        assertThat(wordPress().waiting()).isEmpty();
        var themes = since(before, "theme_switched");
        assertThat(themes).hasSize(7);
        var lost =
                since(before, "sensor_lost").stream()
                        .mapToInt(each -> each.at("/unmapped/lost/login_failed").asInt(0))
                        .sum();
        var arrived = since(before, "login_failed");
        assertThat(lost).isPositive();
        assertThat(arrived.size() + lost).isEqualTo(168 * 5);
        assertThat(arrived.getLast().at("/user/name").asString()).isEqualTo("guess167-4");
    }

    @Test
    void anAnswerThatIsLostMakesNothingCountTwice() {
        int before = told().size();

        wordPress()
                .php(
                        """
                        do_action( 'wp_login_failed', 'once', null );
                        add_filter( 'http_response', function () {
                            return new WP_Error( 'lost', 'The answer was lost.' );
                        } );
                        do_action( 'cordon_sensor_minute' );
                        """);
        wordPress().php(SEND_NOW);
        wordPress().beat();

        assertThat(since(before, "login_failed")).hasSize(1);
        assertThat(wordPress().waiting()).isEmpty();
    }

    @Test
    void aStoreWhoseClockIsWrongIsUnderstoodAllTheSame() throws Exception {
        int before = told().size();
        wordPress().ahead(-7200);

        wordPress().php("do_action( 'wp_login_failed', 'late', null );");
        wordPress().beat();
        wordPress().beat();

        assertThat(since(before, "login_failed")).hasSize(1);
        wordPress().php("Cordon\\Sensor\\State::write( array( 'offset' => 0 ) );");
    }

    @Test
    void aCopyOfTheSiteDoesNotSpeakForIt() {
        int before = told().size();

        wordPress()
                .php(
                        """
                        add_filter( 'home_url', function () { return 'https://staging.fjord.example'; } );
                        do_action( 'wp_login_failed', 'on-staging', null );
                        do_action( 'cordon_sensor_minute' );
                        """);
        assertThat(told()).hasSize(before);

        wordPress().beat();
        assertThat(since(before, "login_failed")).hasSize(1);
    }

    @Test
    void whatCordonNeverUnderstandsHoldsUpNothingForever() {
        int before = told().size();

        wordPress()
                .php(
                        """
                        global $wpdb;
                        $wpdb->insert( $wpdb->prefix . 'cordon_sensor_queue', array( 'value' => 2,
                            'activity' => 'broken', 'event' => 'no json' ) );
                        for ( $i = 0; $i < 5; $i++ ) {
                            Cordon\\Sensor\\State::write( array( 'wait' => 0 ) );
                            Cordon\\Sensor\\Sender::flush( 5 );
                        }
                        """);
        wordPress().php(SEND_NOW);
        wordPress().beat();

        assertThat(wordPress().waiting()).isEmpty();
        assertThat(since(before, "sensor_lost").getFirst().at("/unmapped/lost/broken").asInt())
                .isEqualTo(1);
    }

    @Test
    void aShoppersRequestNeverCallsCordon() throws Exception {
        try (var silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            wordPress().sendTo("http://127.0.0.1:" + silent.getLocalPort());

            var answer = checkout("first", 70);

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(wordPress().waiting()).contains("payment_failed");
            silent.setSoTimeout(1);
            assertThat(isCalled(silent)).isFalse();
        }
    }

    @Test
    void usersRolesAndWhatOpensTheirAccountsAreTold() {
        int before = told().size();

        wordPress()
                .php(
                        """
                        $id = wp_insert_user( array( 'user_login' => 'intern', 'user_pass' => 'x',
                            'user_email' => 'intern@fjord.example', 'role' => 'subscriber' ) );
                        ( new WP_User( $id ) )->set_role( 'administrator' );
                        wp_update_user( array( 'ID' => $id, 'user_pass' => 'y', 'user_email' => 'z@fjord.example' ) );
                        WP_Application_Passwords::create_new_application_password( $id, array( 'name' => 'deploy' ) );
                        WP_Application_Passwords::delete_all_application_passwords( $id );
                        wp_delete_user( $id, 1 );
                        """);
        wordPress().beat();

        assertThat(wordsSince(before))
                .containsExactly(
                        "user_created",
                        "role_changed",
                        "password_changed",
                        "user_email_changed",
                        "application_password_created",
                        "application_password_removed",
                        "user_deleted");
        var role = since(before, "role_changed").getFirst();
        assertThat(role.at("/status_detail").asString()).isEqualTo("administrator");
        assertThat(role.at("/unmapped/role_before").asString()).isEqualTo("subscriber");
        assertThat(role.at("/user/name").asString()).isEqualTo("intern");
    }

    @Test
    void whoIsWrittenIntoTheDatabaseDirectlyIsFoundWithinAMinuteAndRaisesAnAlert() {
        int before = told().size();

        wordPress()
                .php(
                        """
                        global $wpdb;
                        $wpdb->insert( $wpdb->users, array( 'user_login' => 'backdoor' ) );
                        $wpdb->insert( $wpdb->usermeta, array( 'user_id' => $wpdb->insert_id,
                            'meta_key' => 'wp_capabilities',
                            'meta_value' => serialize( array( 'administrator' => true ) ) ) );
                        $wpdb->insert( $wpdb->prefix . 'woocommerce_api_keys', array( 'user_id' => 1,
                            'permissions' => 'read_write', 'truncated_key' => 'abc1234' ) );
                        """);

        wordPress().beat();

        var admin = since(before, "role_changed").getFirst();
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
        int before = told().size();

        wordPress()
                .php(
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
        wordPress().beat();

        assertThat(wordsSince(before))
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
        assertThat(since(before, "gateway_changed").get(1).at("/status_detail").asString())
                .isEqualTo("secret");
        assertThat(told().toString()).doesNotContain("sk_1").doesNotContain("sk_2");
        assertThat(since(before, "file_edited").getFirst().at("/file/path").asString())
                .isEqualTo("wp-content/plugins/pretend-shop/pretend-shop.php");
    }

    @Test
    void eachFailedPaymentIsOneEventWithItsReasonAndNobodysName() throws Exception {
        int before = told().size();

        checkout("first", 81);
        checkout("again", 81);
        checkout("paid", 82);
        wordPress()
                .php(
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
        wordPress().beat();

        assertThat(wordsSince(before))
                .containsExactly(
                        "payment_failed",
                        "payment_failed",
                        "order_paid",
                        "payment_failed",
                        "checkout_failed",
                        "order_updated",
                        "order_refunded");
        var failed = since(before, "payment_failed");
        assertThat(failed)
                .extracting(each -> each.at("/status_detail").asString())
                .containsExactly("card_declined", "card_declined", "insufficient_funds");
        assertThat(failed.get(2).at("/src_endpoint/ip").asString()).isEqualTo("203.0.113.9");
        assertThat(failed.get(2).at("/unmapped/gateway").asString()).isEqualTo("dummy");
        assertThat(told().toString()).doesNotContain("Mara");
    }

    @Test
    void securityPluginsAreHeardAndAnonymisedAddressesAreMarked() {
        int before = told().size();

        wordPress()
                .php(
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
        wordPress().beat();

        assertThat(since(before))
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
        assertThat(since(before, "export_created").getFirst().at("/unmapped/address").asString())
                .isEqualTo("anonymised_at_source");
    }

    @Test
    void aSecretThatIsRenewedIsGoodFromTheFirstTimeItIsSeenAndTheFormerOneUntilThen()
            throws Exception {
        int before = told().size();
        var former = key().secret();
        var zip = zip();
        assertThat(key().former()).isEqualTo(former);

        wordPress().php("do_action( 'wp_login_failed', 'with-the-former', null );");
        wordPress().beat();
        assertThat(commands.status(store())).isInstanceOf(StoreAnswer.Ok.class);
        assertThat(key().former()).isEqualTo(former);
        var config = wordPress().site().resolve("wp-content/plugins/cordon-sensor/config.php");
        var old = Files.readString(config);
        wordPress().upload(zip, cordon());
        wordPress().php("do_action( 'wp_login_failed', 'with-the-new', null );");
        wordPress().beat();
        assertThat(key().former()).isNull();
        var renewed = Files.readString(config);
        Files.writeString(config, old);
        wordPress().php("do_action( 'wp_login_failed', 'too-late', null );");
        wordPress().beat();

        assertThat(since(before, "login_failed"))
                .extracting(each -> each.at("/user/name").asString())
                .containsExactly("with-the-former", "with-the-new");
        Files.writeString(config, renewed);
    }

    @Test
    void commandsAreCarriedOutAndReadBack() throws Exception {
        wordPress().form("/wp-login.php", "log=ada&pwd=ada-password");
        wordPress()
                .php(
                        """
                        WP_Application_Passwords::create_new_application_password( 1, array( 'name' => 'one' ) );
                        global $wpdb;
                        $wpdb->insert( $wpdb->prefix . 'woocommerce_api_keys', array( 'user_id' => 1,
                            'permissions' => 'read', 'truncated_key' => 'zzz9999' ) );
                        """);

        var status = ok(commands.status(store()));
        var lastHour =
                new Window(
                        clock.instant().minus(Duration.ofHours(1)),
                        clock.instant().plus(Duration.ofMinutes(1)));
        var sessions = ok(commands.sessions(store(), lastHour, PageCursor.START));
        var asked = ok(gateway.loginSessions(store(), lastHour, PageCursor.START));
        var keys = ok(commands.restKeys(store()));
        var ended = ok(commands.endSessions(store(), 1));
        var revoked = ok(commands.revokeApplicationPasswords(store(), 1));
        var key = keys.stream().filter(each -> each.end().equals("zzz9999")).findFirst();
        var keyGone = ok(commands.revokeRestKey(store(), key.orElseThrow().id()));

        assertThat(status.version()).isEqualTo("1.0.0");
        assertThat(status.maintenance()).isFalse();
        assertThat(sessions.items())
                .extracting(session -> session.account().email(), LoginSession::address)
                .contains(tuple("ada@fjord.example", "127.0.0.1"));
        assertThat(asked).isEqualTo(sessions);
        assertThat(ended.before()).isPositive();
        assertThat(ended.isDone()).isTrue();
        assertThat(revoked).isEqualTo(new ReadBack(1, 0));
        assertThat(key.orElseThrow().permissions()).isEqualTo("read");
        assertThat(keyGone).isEqualTo(new ReadBack(1, 0));
        assertThat(ok(commands.sessions(store(), lastHour, PageCursor.START)).items()).isEmpty();
    }

    @Test
    void aPluginIsSwitchedOffButNotTheSensorItself() {
        var off = ok(commands.deactivatePlugin(store(), "pretend-shop/pretend-shop.php"));
        var itself = commands.deactivatePlugin(store(), "cordon-sensor/cordon-sensor.php");
        var outside = commands.deactivatePlugin(store(), "../../wp-config.php");
        wordPress().php("activate_plugin( 'pretend-shop/pretend-shop.php' );");

        assertThat(off).isEqualTo(new ReadBack(1, 0));
        assertThat(itself).isEqualTo(refused("cordon_sensor_itself"));
        assertThat(outside).isEqualTo(refused("cordon_sensor_plugin"));
    }

    @Test
    void maintenanceKeepsVisitorsOutAndCordonIn() throws Exception {
        assertThat(ok(commands.maintenance(store(), true))).isTrue();

        assertThat(wordPress().get("/").statusCode()).isEqualTo(503);
        assertThat(checkout("paid", 90).statusCode()).isEqualTo(503);
        assertThat(wordPress().get("/wp-login.php").statusCode()).isEqualTo(200);
        assertThat(ok(commands.status(store())).maintenance()).isTrue();
        assertThat(ok(commands.maintenance(store(), false))).isFalse();
        assertThat(wordPress().get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void filesAreHashedPageByPageAndNoneOutsideTheSite() throws Exception {
        var files = new ArrayList<StoreFile>();
        var after = "";
        int pages = 0;
        do {
            var page = ok(commands.files(store(), "wp-includes", after));
            files.addAll(page.files());
            after = page.next();
            pages++;
        } while (after != null);

        var load = ok(commands.files(store(), "wp-content/plugins/pretend-shop", ""));
        var content =
                Files.readAllBytes(wordPress().site().resolve(load.files().getFirst().path()));
        assertThat(load.files().getFirst().digest()).isEqualTo(Sha256.of(content));
        assertThat(pages).isGreaterThan(1);
        assertThat(files).hasSizeGreaterThan(500).doesNotHaveDuplicates();
        assertThat(commands.files(store(), "../", "")).isEqualTo(refused("cordon_sensor_folder"));
    }

    @Test
    void aCommandIsWorthSomethingOnceAndOnlyIfItIsSignedRightlyAndNow() throws Exception {
        var body = "{\"command\":\"status\",\"arguments\":{}}";
        var now = clock.instant();

        var once = order(now, "a".repeat(32), body, key());
        assertThat(send(once, body, key())).isEqualTo("200 ");
        assertThat(send(once, body, key())).isEqualTo("401 cordon_sensor_replay");
        var other = order(now, "b".repeat(32), body, key());
        assertThat(send(other, body, new SensorKey("x".repeat(43))))
                .isEqualTo("401 cordon_sensor_signature");
        assertThat(send(other, body.replace("status", "hashes"), key()))
                .isEqualTo("401 cordon_sensor_signature");
        var old = order(now.minusSeconds(400), "c".repeat(32), body, key());
        assertThat(send(old, body, key())).isEqualTo("401 cordon_sensor_time");
    }

    private static SensorOrder order(Instant at, String nonce, String body, SensorKey key) {
        return new SensorOrder(
                SensorKey.door(requireNonNull(inCare)), at, nonce, body.getBytes(UTF_8));
    }

    private static String send(SensorOrder order, String body, SensorKey key)
            throws IOException, InterruptedException {
        var answer =
                wordPress()
                        .post(
                                "/wp-json/cordon-sensor/v1/command",
                                body,
                                Map.of(
                                        "Content-Type", "application/json",
                                        "Cordon-Timestamp", order.timestamp(),
                                        "Cordon-Nonce", order.nonce(),
                                        "Cordon-Signature", order.signature(key)));
        var code = JsonMapper.shared().readTree(answer.body()).path("code").asString("");
        return answer.statusCode() + " " + code;
    }

    private static StoreAnswer<?> refused(String code) {
        return new StoreAnswer.Failed<>(new StoreFailure.SensorRefused(code));
    }

    private static <T> T ok(StoreAnswer<T> answer) {
        return switch (answer) {
            case StoreAnswer.Ok<T>(var value) -> value;
            case StoreAnswer.Failed<T>(var why) -> throw new AssertionError(why.sentence());
        };
    }

    private static HttpResponse<String> checkout(String card, int order)
            throws IOException, InterruptedException {
        return wordPress()
                .post(
                        "/wp-json/wc/store/v1/checkout",
                        "{\"card\":\"%s\",\"order\":%d,\"payment_method\":\"dummy\"}"
                                .formatted(card, order),
                        Map.of("Content-Type", "application/json"));
    }

    private static boolean isCalled(ServerSocket server) throws IOException {
        try (var _ = server.accept()) {
            return true;
        } catch (SocketTimeoutException nobody) {
            return false;
        }
    }

    private static int closedPort() throws IOException {
        try (var any = new ServerSocket(0)) {
            return any.getLocalPort();
        }
    }

    private String alerts() {
        return api.get("/api/v1/alerts?store=" + inCare)
                .token(tokens.of("adam", Role.ADMINISTRATOR))
                .send()
                .http()
                .body();
    }

    /** What the door took so far, without heartbeats. */
    private List<JsonNode> told() {
        var source = new SourceId(SensorKey.door(requireNonNull(inCare)));
        try (var lines = spool.open(source, spool.kept(source))) {
            return new String(lines.readAllBytes(), UTF_8)
                    .lines()
                    .map(line -> JsonMapper.shared().readTree(line))
                    .filter(line -> !line.at("/activity_name").asString().endsWith("heartbeat"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<JsonNode> since(int before, String... words) {
        return told().stream()
                .skip(before)
                .filter(
                        each ->
                                words.length == 0
                                        || List.of(words)
                                                .contains(each.at("/activity_name").asString()))
                .toList();
    }

    private List<String> wordsSince(int before) {
        return since(before).stream().map(each -> each.at("/activity_name").asString()).toList();
    }

    private static WordPress wordPress() {
        return requireNonNull(running);
    }

    private String cordon() {
        return "http://127.0.0.1:" + api.port();
    }

    private SensorKey key() {
        return requireNonNull(
                transaction.execute(_ -> credentials.of(requireNonNull(inCare)).sensor()));
    }

    private Store store() {
        return tokens.as(
                "adam", Role.ADMINISTRATOR, () -> stores.store(requireNonNull(inCare)).store());
    }

    private byte[] zip() {
        var store = store();
        var command = new GiveOutSensor.Command(store.id(), store.version());
        var given = tokens.as("adam", Role.ADMINISTRATOR, () -> giveOut.giveOut(command));
        return ((GiveOutSensor.Outcome.Given) given).zip();
    }

    private StoreId takeIntoCare() {
        var profile =
                new Store.Profile(
                        "Fjord Shop",
                        StoreUrl.of(wordPress().url()),
                        StoreEnvironment.PRODUCTION,
                        ZoneOffset.UTC,
                        Locale.ENGLISH,
                        new ContactAddress("privacy@shop.example"));
        var command = new AddStore.Command(profile, StoreAccess.NONE);
        var added = tokens.as("adam", Role.ADMINISTRATOR, () -> addStore.add(command));
        return ((AddStore.Outcome.Added) added).id();
    }
}
