package dev.cordon.infra.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** The plugin in a real WordPress, and the real door in Cordon: what was recorded arrives once. */
@ApiTest
@ExtendWith(WordPressServer.class)
class SensorPluginIT {

    private static final String SENT_IN_VAIN =
            """
            Cordon\\Sensor\\State::write( array( 'wait' => 0 ) );
            Cordon\\Sensor\\Sender::flush( 5 );
            """;

    private final TestClock clock;
    private final SensorSteps sensor;
    private final WordPress wordPress = WordPressServer.running();

    SensorPluginIT(TestClock clock, ApplicationContext program) {
        this.clock = clock;
        this.sensor = new SensorSteps(program);
    }

    @BeforeEach
    void aStoreWithItsSensor() throws IOException {
        sensor.begin();
    }

    @Test
    void loginsArriveSignedWithAccountAndAddress() throws Exception {
        int before = sensor.told().size();

        wordPress.form("/wp-login.php", "log=ada&pwd=wrong");
        wordPress.form("/wp-login.php", "log=mara%40shop.example&pwd=wrong");
        wordPress.form("/wp-login.php", "log=ada&pwd=ada-password");
        wordPress.beat();

        var logins = sensor.since(before, "login_failed", "login_succeeded");
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
        int before = sensor.told().size();
        var pid = wordPress.site().resolve("wp-content/test-pid");

        wordPress.begin("/?test_slow_login=1");
        await().until(() -> Files.exists(pid) && !Files.readString(pid).isBlank());
        ProcessHandle.of(Long.parseLong(Files.readString(pid))).orElseThrow().destroyForcibly();
        wordPress.beat();

        assertThat(sensor.since(before, "login_failed"))
                .extracting(each -> each.at("/user/name").asString())
                .containsExactly("killed");
    }

    @Test
    void aWeekWithoutCordonLosesOnlyTheOldestOfTheLeastValueAndSaysHowMany() throws Exception {
        int before = sensor.told().size();
        wordPress.sendTo("http://127.0.0.1:" + closedPort());
        Files.writeString(wordPress.site().resolve("wp-content/test-most"), "400");

        var said =
                wordPress.php(
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
        wordPress.ahead(week.toSeconds());
        wordPress.sendTo(sensor.cordon());
        wordPress.php(SensorSteps.SEND_NOW);
        wordPress.beat();

        assertThat(wordPress.waiting()).isEmpty();
        var themes = sensor.since(before, "theme_switched");
        assertThat(themes).hasSize(7);
        var lost =
                sensor.since(before, "sensor_lost").stream()
                        .mapToInt(each -> each.at("/unmapped/lost/login_failed").asInt(0))
                        .sum();
        var arrived = sensor.since(before, "login_failed");
        assertThat(lost).isPositive();
        assertThat(arrived.size() + lost).isEqualTo(168 * 5);
        assertThat(arrived.getLast().at("/user/name").asString()).isEqualTo("guess167-4");
    }

    @Test
    void anAnswerThatIsLostMakesNothingCountTwice() {
        int before = sensor.told().size();

        wordPress.php(
                """
                        do_action( 'wp_login_failed', 'once', null );
                        add_filter( 'http_response', function () {
                            return new WP_Error( 'lost', 'The answer was lost.' );
                        } );
                        do_action( 'cordon_sensor_minute' );
                        """);
        wordPress.php(SensorSteps.SEND_NOW);
        wordPress.beat();

        assertThat(sensor.since(before, "login_failed")).hasSize(1);
        assertThat(wordPress.waiting()).isEmpty();
    }

    @Test
    void aStoreWhoseClockIsWrongIsUnderstoodAllTheSame() throws Exception {
        int before = sensor.told().size();
        wordPress.ahead(-7200);

        wordPress.php("do_action( 'wp_login_failed', 'late', null );");
        wordPress.beat();
        wordPress.beat();

        assertThat(sensor.since(before, "login_failed")).hasSize(1);
        wordPress.php("Cordon\\Sensor\\State::write( array( 'offset' => 0 ) );");
    }

    @Test
    void aCopyOfTheSiteDoesNotSpeakForIt() {
        int before = sensor.told().size();

        wordPress.php(
                """
                        add_filter( 'home_url', function () { return 'https://staging.fjord.example'; } );
                        do_action( 'wp_login_failed', 'on-staging', null );
                        do_action( 'cordon_sensor_minute' );
                        """);
        assertThat(sensor.told()).hasSize(before);

        wordPress.beat();
        assertThat(sensor.since(before, "login_failed")).hasSize(1);
    }

    @Test
    void whatCordonNeverUnderstandsHoldsUpNothingForeverAndAnOutageIsNoRefusal() {
        int before = sensor.told().size();

        wordPress.php(
                """
                        global $wpdb;
                        $wpdb->insert( $wpdb->prefix . 'cordon_sensor_queue', array( 'value' => 2,
                            'activity' => 'broken', 'event' => 'no json' ) );
                        Cordon\\Sensor\\State::write( array( 'failures' => 12 ) );
                        """
                        + SENT_IN_VAIN.repeat(4));
        assertThat(wordPress.waiting()).isNotEmpty();

        wordPress.php(SENT_IN_VAIN);
        wordPress.php(SensorSteps.SEND_NOW);
        wordPress.beat();

        assertThat(wordPress.waiting()).isEmpty();
        assertThat(
                        sensor.since(before, "sensor_lost")
                                .getFirst()
                                .at("/unmapped/lost/broken")
                                .asInt())
                .isEqualTo(1);
    }

    @Test
    void aShoppersRequestNeverCallsCordon() throws Exception {
        try (var silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            wordPress.sendTo("http://127.0.0.1:" + silent.getLocalPort());

            var answer = sensor.checkout("first", 70);

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(wordPress.waiting()).contains("payment_failed");
            silent.setSoTimeout(1);
            assertThat(isCalled(silent)).isFalse();
        }
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
}
