package dev.cordon.domain.detection.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What sensors and WordPress's security plugins tell. */
class SecurityEventsTest {

    private static final String EVENTS = "events";
    private static final Instant MOMENT = Instant.parse("2026-11-23T08:18:18Z");

    @Test
    void aSensorSpeaksOcsf() {
        var told =
                ReadLog.line(
                        EVENTS,
                        "{\"class_uid\":3002,\"time\":1795421898000,\"activity_name\":\"Logon\",\"status\":"
                                + "\"Failure\",\"status_detail\":\"incorrect_password\",\"user\":{\"name\":"
                                + "\"mara\"},\"actor\":{\"user\":{\"name\":\"-\"}},\"src_endpoint\":{\"ip\":"
                                + "\"2001:db8::7\"},\"http_request\":{\"http_method\":\"POST\",\"url\":"
                                + "{\"url_string\":\"/wp-login.php\"},\"user_agent\":\"curl/8\"},"
                                + "\"http_response\":{\"code\":200},\"metadata\":{\"product\":{\"name\":"
                                + "\"cordon-sensor\"}},\"severity\":\"Low\"}");

        assertThat(told.at()).isEqualTo(MOMENT);
        assertThat(told.kind()).isEqualTo(EventClass.AUTHENTICATION);
        assertThat(told.activity()).isEqualTo("login_failed");
        assertThat(told.get(EventField.OUTCOME)).isEqualTo("failure");
        assertThat(told.get(EventField.DETAIL)).isEqualTo("incorrect_password");
        assertThat(told.get(EventField.ACCOUNT)).isEqualTo("mara");
        assertThat(told.get(EventField.ACTOR)).isEmpty();
        assertThat(told.get(EventField.PATH)).isEqualTo("/wp-login.php");
        assertThat(told.get(EventField.PRODUCT)).isEqualTo("cordon-sensor");
        assertThat(told.status()).isEqualTo(200);
        assertThat(told.address()).isEqualTo("2001:db8::7");
    }

    @ParameterizedTest
    @CsvSource({
        "3002, Logon, login_succeeded",
        "3002, Logoff, logout",
        "3001, Create, user_created",
        "3001, Delete, user_deleted",
        "3001, Password Change, password_changed",
        "6002, Install, plugin_installed",
        "6002, Enable, plugin_activated",
        "6002, Disable, plugin_deactivated",
        "6002, Remove, plugin_removed",
        "6002, Update, plugin_updated",
        "2004, Create, create",
        "9999, Other, other"
    })
    void ocsfsWordsAreClearOnlyWithTheirClass(int uid, String word, String activity) {
        var told =
                ReadLog.line(
                        EVENTS,
                        "{\"class_uid\":"
                                + uid
                                + ",\"activity_name\":\""
                                + word
                                + "\",\"time\":1795421898}");

        assertThat(told.activity()).isEqualTo(activity);
        assertThat(told.kind()).isEqualTo(EventClass.of(uid));
    }

    @ParameterizedTest
    @CsvSource({
        "login_failed, AUTHENTICATION",
        "wp_login_failed, AUTHENTICATION",
        "user_created, ACCOUNT_CHANGE",
        "role_changed, ACCOUNT_CHANGE",
        "plugin_deactivated, APPLICATION_LIFECYCLE",
        "sensor_silent, APPLICATION_LIFECYCLE",
        "order_failed, WEB_RESOURCES_ACTIVITY",
        "gateway_changed, WEB_RESOURCES_ACTIVITY",
        "option_updated, WEB_RESOURCES_ACTIVITY",
        "file_changed, FILE_ACTIVITY",
        "malware_found, DETECTION_FINDING",
        "fatal_error, APPLICATION_ERROR",
        "heartbeat, BASE"
    })
    void whatWasDoneSaysWhichKindOfEventItIs(String activity, EventClass kind) {
        var told =
                ReadLog.line(
                        EVENTS,
                        "{\"ts\":1795421898,\"event\":\"" + activity + "\",\"ip\":\"192.0.2.1\"}");

        assertThat(told.kind()).isEqualTo(kind);
        assertThat(told.address()).isEqualTo("192.0.2.1");
    }

    @ParameterizedTest
    @CsvSource({
        "1, loginFailInvalidUsername, login_failed, failure",
        "1, loginFailValidUsername, login_failed, failure",
        "0, loginOK, login_succeeded, success"
    })
    void wordfenceTellsOfLogins(int fail, String action, String activity, String outcome) {
        var told =
                ReadLog.line(
                        EVENTS,
                        "{\"ctime\":1795421898.123456,\"fail\":"
                                + fail
                                + ",\"action\":\""
                                + action
                                + "\",\"username\":\"mara\",\"userID\":0,\"IP\":\"198.51.100.7\",\"UA\":"
                                + "\"curl/8\"}");

        assertThat(told.at()).isEqualTo(MOMENT);
        assertThat(told.kind()).isEqualTo(EventClass.AUTHENTICATION);
        assertThat(told.activity()).isEqualTo(activity);
        assertThat(told.get(EventField.OUTCOME)).isEqualTo(outcome);
        assertThat(told.get(EventField.ACCOUNT)).isEqualTo("mara");
        assertThat(told.get(EventField.USER_AGENT)).isEqualTo("curl/8");
        assertThat(told.address()).isEqualTo("198.51.100.7");
    }

    @Test
    void wordfenceTellsOfAttacks() {
        var told =
                ReadLog.line(
                        EVENTS,
                        "{\"ctime\":1795421898,\"IP\":\"198.51.100.7\",\"URL\":"
                                + "\"https://shop.example/?s=1%27\",\"action\":\"blocked:waf\","
                                + "\"actionDescription\":\"SQL Injection in query string\",\"statusCode\":403}");

        assertThat(told.kind()).isEqualTo(EventClass.DETECTION_FINDING);
        assertThat(told.activity()).isEqualTo("attack_blocked");
        assertThat(told.get(EventField.DETAIL)).isEqualTo("SQL Injection in query string");
        assertThat(told.get(EventField.QUERY)).isEqualTo("s=1%27");
    }

    @ParameterizedTest
    @CsvSource({
        "1000, user, login, login_succeeded",
        "1002, user, failed-login, login_failed",
        "1003, user, failed-login, login_failed",
        "4001, user, created, user_created",
        "4002, user, modified, role_changed",
        "4007, user, deleted, user_deleted",
        "5000, plugin, installed, plugin_installed",
        "5001, plugin, activated, plugin_activated",
        "5002, plugin, deactivated, plugin_deactivated",
        "5003, plugin, uninstalled, plugin_removed",
        "5006, theme, activated, theme_activated",
        "6001, system-setting, enabled, system_setting_enabled"
    })
    void wpActivityLogNumbersItsEvents(int number, String object, String type, String activity) {
        var told =
                ReadLog.line(
                        EVENTS,
                        "{\"alert_id\":"
                                + number
                                + ",\"object\":\""
                                + object
                                + "\",\"event_type\":\""
                                + type
                                + "\",\"created_on\":1795421898.4,\"client_ip\":\"198.51.100.7\","
                                + "\"username\":\"mara\",\"user_agent\":\"curl/8\",\"severity\":500,"
                                + "\"PluginFile\":\"wordfence/wordfence.php\",\"message\":\"It was done\"}");

        assertThat(told.at()).isEqualTo(MOMENT);
        assertThat(told.activity()).isEqualTo(activity);
        assertThat(told.get(EventField.OBJECT)).isEqualTo("wordfence/wordfence.php");
        assertThat(told.get(EventField.ACCOUNT)).isEqualTo("mara");
        assertThat(told.address()).isEqualTo("198.51.100.7");
    }

    @Test
    void anotherProgramsNumbersMeanNothing() {
        var told =
                ReadLog.line(
                        EVENTS,
                        "{\"ts\":1795421898,\"event\":\"request\",\"object\":\"user\",\"code\":1002}");

        assertThat(told.activity()).isEqualTo("request");
    }

    @ParameterizedTest
    @CsvSource({
        "brute_force, invalid-login::username-mara, login_failed, AUTHENTICATION",
        "user_logging, user-logged-in::user-1, login_succeeded, AUTHENTICATION",
        "lockout, host-lockout::198.51.100.7, host_lockout, DETECTION_FINDING"
    })
    void solidSecurityNamesItsEventsByModuleAndCode(
            String module, String code, String activity, EventClass kind) {
        var told =
                ReadLog.line(
                        EVENTS,
                        "{\"module\":\""
                                + module
                                + "\",\"code\":\""
                                + code
                                + "\",\"timestamp\":\"2026-11-23 08:18:18\",\"remote_ip\":\"198.51.100.7\","
                                + "\"url\":\"/wp-login.php\",\"user_id\":0}");

        assertThat(told.at()).isEqualTo(MOMENT);
        assertThat(told.activity()).isEqualTo(activity);
        assertThat(told.kind()).isEqualTo(kind);
        assertThat(told.address()).isEqualTo("198.51.100.7");
    }

    @ParameterizedTest
    @CsvSource({
        "SimpleUserLogger, user_login_failed, login_failed",
        "SimpleUserLogger, user_unknown_login_failed, login_failed",
        "SimpleUserLogger, user_logged_in, login_succeeded",
        "SimpleUserLogger, user_created, user_created",
        "SimpleUserLogger, user_role_updated, role_changed",
        "SimplePluginLogger, plugin_deactivated, plugin_deactivated",
        "SimplePluginLogger, plugin_bulk_updated, plugin_updated",
        "SimpleOptionsLogger, option_updated, option_updated"
    })
    void simpleHistoryNamesItsMessages(String logger, String key, String activity) {
        var told =
                ReadLog.line(
                        EVENTS,
                        "{\"id\":12,\"date_gmt\":\"2026-11-23 08:18:18\",\"logger\":\""
                                + logger
                                + "\",\"level\":\"warning\",\"message\":\"Something was done\",\"context\":{"
                                + "\"_message_key\":\""
                                + key
                                + "\",\"_server_remote_addr\":\"198.51.100.7\","
                                + "\"login\":\"mara\",\"plugin_slug\":\"wordfence\",\"role\":"
                                + "\"administrator\"}}");

        assertThat(told.at()).isEqualTo(MOMENT);
        assertThat(told.activity()).isEqualTo(activity);
        assertThat(told.get(EventField.ACCOUNT)).isEqualTo("mara");
        assertThat(told.get(EventField.OBJECT)).isEqualTo("wordfence");
        assertThat(told.get(EventField.DETAIL)).isEqualTo("administrator");
        assertThat(told.get(EventField.LEVEL)).isEqualTo("warning");
        assertThat(told.address()).isEqualTo("198.51.100.7");
    }

    @ParameterizedTest
    @CsvSource({
        "users, sessions, login, login_succeeded",
        "users, sessions, failed_login, login_failed",
        "users, sessions, logout, logout",
        "users, users, created, user_created",
        "users, profiles, password-reset, password_changed",
        "installer, plugins, installed, plugin_installed",
        "installer, plugins, activated, plugin_activated",
        "installer, plugins, deactivated, plugin_deactivated",
        "installer, plugins, deleted, plugin_removed",
        "installer, themes, activated, theme_activated",
        "settings, general, updated, general_updated"
    })
    void streamTellsWithWhatSomethingWasDone(
            String connector, String context, String action, String activity) {
        var told =
                ReadLog.line(
                        EVENTS,
                        "{\"ID\":\"7\",\"created\":\"2026-11-23 08:18:18\",\"connector\":\""
                                + connector
                                + "\",\"context\":\""
                                + context
                                + "\",\"action\":\""
                                + action
                                + "\",\"summary\":\"It was done\",\"ip\":\"198.51.100.7\",\"meta\":{\"name\":"
                                + "\"Wordfence Security\"}}");

        assertThat(told.at()).isEqualTo(MOMENT);
        assertThat(told.activity()).isEqualTo(activity);
        assertThat(told.get(EventField.MESSAGE)).isEqualTo("It was done");
        assertThat(told.get(EventField.OBJECT)).isEqualTo("Wordfence Security");
        assertThat(told.address()).isEqualTo("198.51.100.7");
    }

    @ParameterizedTest
    @CsvSource({
        "failed, login_failed",
        "failure, login_failed",
        "false, login_failed",
        "ok, login_succeeded"
    })
    void aLoginMayBeToldByItsOutcome(String outcome, String activity) {
        var told =
                ReadLog.line(
                        EVENTS,
                        "{\"@timestamp\":\"2026-11-23T08:18:18Z\",\"event\":{\"action\":\"user-login\","
                                + "\"outcome\":\""
                                + outcome
                                + "\",\"module\":\"wp\"},\"source\":{\"ip\":"
                                + "\"198.51.100.7\"},\"user\":{\"name\":\"mara\"}}");

        assertThat(told.activity()).isEqualTo(activity);
        assertThat(told.get(EventField.PRODUCT)).isEqualTo("wp");
    }
}
