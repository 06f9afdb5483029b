package dev.cordon.domain.detection.log;

import static dev.cordon.domain.detection.log.Activity.ATTACK_BLOCKED;
import static dev.cordon.domain.detection.log.Activity.ATTACK_SEEN;
import static dev.cordon.domain.detection.log.Activity.LOGIN_FAILED;
import static dev.cordon.domain.detection.log.Activity.LOGIN_SUCCEEDED;
import static dev.cordon.domain.detection.log.Activity.LOGOUT;
import static dev.cordon.domain.detection.log.Activity.ORDER_FAILED;
import static dev.cordon.domain.detection.log.Activity.ORDER_PLACED;
import static dev.cordon.domain.detection.log.Activity.ORDER_REFUNDED;
import static dev.cordon.domain.detection.log.Activity.PASSWORD_CHANGED;
import static dev.cordon.domain.detection.log.Activity.PAYMENT_FAILED;
import static dev.cordon.domain.detection.log.Activity.PAYMENT_SUCCEEDED;
import static dev.cordon.domain.detection.log.Activity.PLUGIN_ACTIVATED;
import static dev.cordon.domain.detection.log.Activity.PLUGIN_DEACTIVATED;
import static dev.cordon.domain.detection.log.Activity.PLUGIN_INSTALLED;
import static dev.cordon.domain.detection.log.Activity.PLUGIN_REMOVED;
import static dev.cordon.domain.detection.log.Activity.PLUGIN_UPDATED;
import static dev.cordon.domain.detection.log.Activity.ROLE_CHANGED;
import static dev.cordon.domain.detection.log.Activity.USER_CREATED;
import static dev.cordon.domain.detection.log.Activity.USER_DELETED;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What WordPress, its security plugins and gateways call things, in lower case with underscores.
 */
final class KnownWords {

    private static final Activity[] ACTIVITIES = Activity.values();

    private static final JsonKeys WORDS =
            new JsonKeys(
                    List.of(
                            words(
                                    LOGIN_SUCCEEDED,
                                    "login",
                                    "logged_in",
                                    "user_login",
                                    "user_logged_in",
                                    "session_login",
                                    "wp_login",
                                    "login_success",
                                    "successful_login",
                                    "loginok"),
                            words(
                                    LOGIN_FAILED,
                                    "failed_login",
                                    "login_failure",
                                    "login_fail",
                                    "invalid_login",
                                    "wp_login_failed",
                                    "user_login_failed",
                                    "user_unknown_login_failed",
                                    "user_failed_login",
                                    "session_failed_login",
                                    "authentication_failed",
                                    "loginfailvalidusername",
                                    "loginfailinvalidusername"),
                            words(
                                    LOGOUT,
                                    "logged_out",
                                    "user_logout",
                                    "user_logged_out",
                                    "session_logout",
                                    "wp_logout"),
                            words(
                                    USER_CREATED,
                                    "user_register",
                                    "user_registered",
                                    "user_added",
                                    "created_user"),
                            words(USER_DELETED, "user_removed", "deleted_user", "delete_user"),
                            words(
                                    PASSWORD_CHANGED,
                                    "password_reset",
                                    "user_password_reset",
                                    "user_password_reseted",
                                    "user_password_changed",
                                    "profile_password_reset"),
                            words(
                                    ROLE_CHANGED,
                                    "set_user_role",
                                    "user_role_changed",
                                    "user_role_updated"),
                            words(PLUGIN_INSTALLED, "plugin_install"),
                            words(PLUGIN_REMOVED, "plugin_deleted", "plugin_uninstalled"),
                            words(
                                    PLUGIN_ACTIVATED,
                                    "activated_plugin",
                                    "activate_plugin",
                                    "plugin_enabled"),
                            words(
                                    PLUGIN_DEACTIVATED,
                                    "deactivated_plugin",
                                    "deactivate_plugin",
                                    "plugin_disabled"),
                            words(PLUGIN_UPDATED, "plugin_upgraded", "plugin_bulk_updated"),
                            words(
                                    PAYMENT_FAILED,
                                    "payment_declined",
                                    "payment_denied",
                                    "payment_refused",
                                    "charge_failed",
                                    "card_declined",
                                    "transaction_failed",
                                    "transaction_declined",
                                    "payment_intent_payment_failed",
                                    "setup_intent_setup_failed",
                                    "invoice_payment_failed",
                                    "checkout_session_async_payment_failed",
                                    "payment_capture_denied",
                                    "payment_capture_declined",
                                    "payment_sale_denied"),
                            words(
                                    PAYMENT_SUCCEEDED,
                                    "payment_complete",
                                    "payment_completed",
                                    "payment_paid",
                                    "charge_succeeded",
                                    "payment_intent_succeeded",
                                    "payment_capture_completed",
                                    "payment_sale_completed"),
                            words(
                                    ORDER_REFUNDED,
                                    "charge_refunded",
                                    "payment_refunded",
                                    "payment_capture_refunded",
                                    "payment_sale_refunded"),
                            words(
                                    ORDER_PLACED,
                                    "order_created",
                                    "new_order",
                                    "woocommerce_new_order",
                                    "woocommerce_checkout_order_processed"),
                            words(
                                    ORDER_FAILED,
                                    "order_status_failed",
                                    "woocommerce_order_status_failed"),
                            words(ATTACK_BLOCKED, "blocked_waf", "waf_blocked", "firewall_blocked"),
                            words(ATTACK_SEEN, "logged_waf")));

    /** The numbers of WP Activity Log. */
    private static final JsonKeys NUMBERS =
            new JsonKeys(
                    List.of(
                            words(LOGIN_SUCCEEDED, "1000", "1005"),
                            words(LOGOUT, "1001"),
                            words(LOGIN_FAILED, "1002", "1003"),
                            words(USER_CREATED, "4000", "4001", "4012"),
                            words(ROLE_CHANGED, "4002"),
                            words(PASSWORD_CHANGED, "4003", "4004"),
                            words(USER_DELETED, "4007"),
                            words(PLUGIN_INSTALLED, "5000"),
                            words(PLUGIN_ACTIVATED, "5001"),
                            words(PLUGIN_DEACTIVATED, "5002"),
                            words(PLUGIN_REMOVED, "5003"),
                            words(PLUGIN_UPDATED, "5004")));

    private KnownWords() {}

    private static JsonKeys.Field words(Activity activity, String... words) {
        return new JsonKeys.Field(activity.ordinal(), words);
    }

    /** What the first bytes mean; null if they are no known word. */
    static @Nullable Activity meaning(byte[] word, int length) {
        return of(WORDS.find(word, length));
    }

    static @Nullable Activity ofNumber(byte[] number, int length) {
        return of(NUMBERS.find(number, length));
    }

    private static @Nullable Activity of(int code) {
        return code == JsonKeys.UNKNOWN ? null : ACTIVITIES[JsonKeys.slot(code)];
    }
}
