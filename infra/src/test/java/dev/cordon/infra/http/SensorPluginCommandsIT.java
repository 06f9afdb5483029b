package dev.cordon.infra.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.cordon.application.store.SensorCommands;
import dev.cordon.application.store.SensorOrder;
import dev.cordon.application.store.StoreGateway;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.store.ConnectionKind;
import dev.cordon.domain.store.LoginSession;
import dev.cordon.domain.store.PageCursor;
import dev.cordon.domain.store.ReadBack;
import dev.cordon.domain.store.SensorKey;
import dev.cordon.domain.store.StoreAnswer;
import dev.cordon.domain.store.StoreFailure;
import dev.cordon.domain.store.StoreFiles.StoreFile;
import dev.cordon.domain.store.Window;
import dev.cordon.domain.store.inventory.ItemKind;
import dev.cordon.domain.store.inventory.Sight;
import dev.cordon.domain.store.inventory.Trait;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** The plugin in a real WordPress does what Cordon asks, once, and only if Cordon asks. */
@ApiTest
@ExtendWith(WordPressServer.class)
class SensorPluginCommandsIT {

    private final TestClock clock;
    private final SensorCommands commands;
    private final StoreGateway gateway;
    private final SensorSteps sensor;
    private final WordPress wordPress = WordPressServer.running();

    SensorPluginCommandsIT(
            TestClock clock,
            SensorCommands commands,
            StoreGateway gateway,
            ApplicationContext program) {
        this.clock = clock;
        this.commands = commands;
        this.gateway = gateway;
        this.sensor = new SensorSteps(program);
    }

    @BeforeEach
    void aStoreWithItsSensor() throws IOException {
        sensor.begin();
    }

    @Test
    void aSecretThatIsRenewedIsGoodFromTheFirstTimeItIsSeenAndTheFormerOneUntilThen()
            throws Exception {
        int before = sensor.told().size();
        var former = sensor.key().secret();
        var zip = sensor.zip();
        assertThat(sensor.key().former()).isEqualTo(former);

        wordPress.php("do_action( 'wp_login_failed', 'with-the-former', null );");
        wordPress.beat();
        assertThat(commands.status(sensor.store())).isInstanceOf(StoreAnswer.Ok.class);
        assertThat(sensor.key().former()).isEqualTo(former);
        var config = wordPress.site().resolve("wp-content/plugins/cordon-sensor/config.php");
        var old = Files.readString(config);
        wordPress.upload(zip, sensor.cordon());
        wordPress.php("do_action( 'wp_login_failed', 'with-the-new', null );");
        wordPress.beat();
        assertThat(sensor.key().former()).isNull();
        var renewed = Files.readString(config);
        Files.writeString(config, old);
        wordPress.php("do_action( 'wp_login_failed', 'too-late', null );");
        wordPress.beat();

        assertThat(sensor.since(before, "login_failed"))
                .extracting(each -> each.at("/user/name").asString())
                .containsExactly("with-the-former", "with-the-new");
        Files.writeString(config, renewed);
    }

    @Test
    void commandsAreCarriedOutAndReadBack() throws Exception {
        wordPress.form("/wp-login.php", "log=ada&pwd=ada-password");
        wordPress.php(
                """
                        WP_Application_Passwords::create_new_application_password( 1, array( 'name' => 'one' ) );
                        global $wpdb;
                        $wpdb->insert( $wpdb->prefix . 'woocommerce_api_keys', array( 'user_id' => 1,
                            'permissions' => 'read', 'truncated_key' => 'zzz9999' ) );
                        """);

        var status = ok(commands.status(sensor.store()));
        var lastHour =
                new Window(
                        clock.instant().minus(Duration.ofHours(1)),
                        clock.instant().plus(Duration.ofMinutes(1)));
        var sessions = ok(commands.sessions(sensor.store(), lastHour, PageCursor.START));
        var asked = ok(gateway.loginSessions(sensor.store(), lastHour, PageCursor.START));
        var keys = ok(commands.restKeys(sensor.store()));
        var ended = ok(commands.endSessions(sensor.store(), 1));
        var revoked = ok(commands.revokeApplicationPasswords(sensor.store(), 1));
        var key = keys.stream().filter(each -> each.end().equals("zzz9999")).findFirst();
        var keyGone = ok(commands.revokeRestKey(sensor.store(), key.orElseThrow().id()));

        assertThat(status.version()).isEqualTo("1.1.0");
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
        assertThat(ok(commands.sessions(sensor.store(), lastHour, PageCursor.START)).items())
                .isEmpty();
    }

    @Test
    void aPluginIsSwitchedOffButNotTheSensorItself() {
        var off = ok(commands.deactivatePlugin(sensor.store(), "pretend-shop/pretend-shop.php"));
        var itself = commands.deactivatePlugin(sensor.store(), "cordon-sensor/cordon-sensor.php");
        var outside = commands.deactivatePlugin(sensor.store(), "../../wp-config.php");
        wordPress.php("activate_plugin( 'pretend-shop/pretend-shop.php' );");

        assertThat(off).isEqualTo(new ReadBack(1, 0));
        assertThat(itself).isEqualTo(refused("cordon_sensor_itself"));
        assertThat(outside).isEqualTo(refused("cordon_sensor_plugin"));
    }

    @Test
    void maintenanceKeepsVisitorsOutAndCordonIn() throws Exception {
        assertThat(ok(commands.maintenance(sensor.store(), true))).isTrue();

        assertThat(wordPress.get("/").statusCode()).isEqualTo(503);
        assertThat(sensor.checkout("paid", 90).statusCode()).isEqualTo(503);
        assertThat(wordPress.get("/wp-login.php").statusCode()).isEqualTo(200);
        assertThat(ok(commands.status(sensor.store())).maintenance()).isTrue();
        assertThat(ok(commands.maintenance(sensor.store(), false))).isFalse();
        assertThat(wordPress.get("/").statusCode()).isEqualTo(200);
    }

    @Test
    void filesAreHashedPageByPageAndNoneOutsideTheSite() throws Exception {
        var files = new ArrayList<StoreFile>();
        var after = "";
        int pages = 0;
        do {
            var page = ok(commands.files(sensor.store(), "wp-includes", after));
            files.addAll(page.files());
            after = page.next();
            pages++;
        } while (after != null);

        var load = ok(commands.files(sensor.store(), "wp-content/plugins/pretend-shop", ""));
        var content = Files.readAllBytes(wordPress.site().resolve(load.files().getFirst().path()));
        assertThat(load.files().getFirst().digest()).isEqualTo(Sha256.of(content));
        assertThat(pages).isGreaterThan(1);
        assertThat(files).hasSizeGreaterThan(500).doesNotHaveDuplicates();
        assertThat(commands.files(sensor.store(), "../", ""))
                .isEqualTo(refused("cordon_sensor_folder"));
    }

    @Test
    void aFileWhoseNameIsNoUtf8IsListedWithItsBytesWrittenOut() throws Exception {
        wordPress.php(
                """
                wp_mkdir_p( ABSPATH . 'wp-content/uploads/odd' );
                file_put_contents( ABSPATH . "wp-content/uploads/odd/caf\\xe9.php", '<?php' );
                file_put_contents( ABSPATH . "wp-content/uploads/odd/a.jpg", 'a picture' );
                """);

        var odd = ok(commands.files(sensor.store(), "wp-content/uploads/odd", ""));

        assertThat(odd.files())
                .extracting(StoreFile::path)
                .containsExactly(
                        "wp-content/uploads/odd/a.jpg", "wp-content/uploads/odd/caf\\xe9.php");
        assertThat(odd.files().getLast().digest()).isEqualTo(Sha256.of("<?php".getBytes(UTF_8)));
    }

    @Test
    void aStoreWithTheSensorAloneShowsItsProgramsAndItsKeys() throws Exception {
        wordPress.php(
                """
                wp_mkdir_p( ABSPATH . 'wp-content/uploads/2026' );
                file_put_contents( ABSPATH . 'wp-content/uploads/2026/shell.php', '<?php' );
                file_put_contents( ABSPATH . 'wp-content/uploads/2026/a.jpg', 'a picture' );
                global $wpdb;
                $wpdb->insert( $wpdb->prefix . 'woocommerce_api_keys', array( 'user_id' => 1,
                    'permissions' => 'read_write', 'truncated_key' => 'yyy8888' ) );
                """);

        wordPress.beat();
        wordPress.beat();
        sensor.lookThrough(true);
        var seen = sensor.inventory();

        assertThat(seen.sight(ItemKind.FILES).extent()).isEqualTo(Sight.Extent.PARTLY);
        assertThat(seen.sight(ItemKind.FILES).by()).isEqualTo(ConnectionKind.SENSOR);
        assertThat(seen.items(ItemKind.FILES))
                .extracting(item -> item.key().id())
                .contains("wp-includes/", "wp-content/uploads/2026/shell.php")
                .doesNotContain("wp-content/uploads/2026/a.jpg");
        assertThat(seen.items(ItemKind.REST_KEY))
                .extracting(item -> item.get(Trait.ENDING), item -> item.get(Trait.PERMISSIONS))
                .contains(tuple("yyy8888", "read_write"));
        assertThat(seen.items(ItemKind.REST_KEY))
                .filteredOn(item -> item.is(Trait.ENDING, "yyy8888"))
                .extracting(item -> item.get(Trait.SENSOR_SAW))
                .containsExactly("api_key_created");
        Files.delete(wordPress.site().resolve("wp-content/uploads/2026/shell.php"));
    }

    @Test
    void aStoreWhoseClockIsWrongIsOrderedByItsOwnTimeWithinADay() throws Exception {
        wordPress.ahead(20 * 60);
        assertThat(ok(commands.status(sensor.store())).maintenance()).isFalse();
        wordPress.ahead(-3 * 60 * 60);
        assertThat(ok(commands.status(sensor.store())).maintenance()).isFalse();

        wordPress.ahead(3 * 24 * 60 * 60);
        assertThat(commands.status(sensor.store()))
                .isInstanceOfSatisfying(
                        StoreAnswer.Failed.class,
                        failed ->
                                assertThat(failed.why().toString()).contains("cordon_sensor_time"));

        wordPress.ahead(0);
        assertThat(ok(commands.status(sensor.store())).maintenance()).isFalse();
    }

    @Test
    void aCommandIsWorthSomethingOnceAndOnlyIfItIsSignedRightlyAndNow() throws Exception {
        var body = "{\"command\":\"status\",\"arguments\":{}}";
        var now = clock.instant();

        var once = order(now, "a".repeat(32), body, sensor.key());
        assertThat(send(once, body, sensor.key())).isEqualTo("200 ");
        assertThat(send(once, body, sensor.key())).isEqualTo("401 cordon_sensor_replay");
        var other = order(now, "b".repeat(32), body, sensor.key());
        assertThat(send(other, body, new SensorKey("x".repeat(43))))
                .isEqualTo("401 cordon_sensor_signature");
        assertThat(send(other, body.replace("status", "hashes"), sensor.key()))
                .isEqualTo("401 cordon_sensor_signature");
        var old = order(now.minusSeconds(400), "c".repeat(32), body, sensor.key());
        assertThat(send(old, body, sensor.key())).isEqualTo("401 cordon_sensor_time");
    }

    private SensorOrder order(Instant at, String nonce, String body, SensorKey key) {
        return new SensorOrder(SensorKey.door(sensor.inCare()), at, nonce, body.getBytes(UTF_8));
    }

    private String send(SensorOrder order, String body, SensorKey key)
            throws IOException, InterruptedException {
        var answer =
                wordPress.post(
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
}
