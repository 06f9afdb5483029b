package dev.cordon.domain.detection.log;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What kind of event a JSON object tells of: what it says itself, what its activity's word implies,
 * or, of an order as WooCommerce sends it, what has become of it.
 */
final class EventMeaning {

    private record Family(byte[] prefix, EventClass eventClass) {}

    private static final List<Family> FAMILIES =
            List.of(
                    family("login", EventClass.AUTHENTICATION),
                    family("wp_login", EventClass.AUTHENTICATION),
                    family("logout", EventClass.AUTHENTICATION),
                    family("user_", EventClass.ACCOUNT_CHANGE),
                    family("role_", EventClass.ACCOUNT_CHANGE),
                    family("set_user_role", EventClass.ACCOUNT_CHANGE),
                    family("password_", EventClass.ACCOUNT_CHANGE),
                    family("application_password", EventClass.ACCOUNT_CHANGE),
                    family("api_key", EventClass.ACCOUNT_CHANGE),
                    family("plugin_", EventClass.APPLICATION_LIFECYCLE),
                    family("theme_", EventClass.APPLICATION_LIFECYCLE),
                    family("core_updated", EventClass.APPLICATION_LIFECYCLE),
                    family("sensor_", EventClass.APPLICATION_LIFECYCLE),
                    family("order_", EventClass.WEB_RESOURCES_ACTIVITY),
                    family("payment_", EventClass.WEB_RESOURCES_ACTIVITY),
                    family("charge_", EventClass.WEB_RESOURCES_ACTIVITY),
                    family("refund_", EventClass.WEB_RESOURCES_ACTIVITY),
                    family("checkout_", EventClass.WEB_RESOURCES_ACTIVITY),
                    family("gateway_", EventClass.WEB_RESOURCES_ACTIVITY),
                    family("option_", EventClass.WEB_RESOURCES_ACTIVITY),
                    family("settings_", EventClass.WEB_RESOURCES_ACTIVITY),
                    family("export_", EventClass.WEB_RESOURCES_ACTIVITY),
                    family("file_", EventClass.FILE_ACTIVITY),
                    family("core_file", EventClass.FILE_ACTIVITY),
                    family("malware_", EventClass.DETECTION_FINDING),
                    family("attack_", EventClass.DETECTION_FINDING),
                    family("lockout", EventClass.DETECTION_FINDING),
                    family("host_lockout", EventClass.DETECTION_FINDING),
                    family("user_lockout", EventClass.DETECTION_FINDING),
                    family("fatal_error", EventClass.APPLICATION_ERROR),
                    family("database_error", EventClass.APPLICATION_ERROR));

    private final JsonValues values;
    private final EventWords words = new EventWords();

    EventMeaning(JsonValues values) {
        this.values = values;
    }

    private static Family family(String prefix, EventClass eventClass) {
        return new Family(prefix.getBytes(StandardCharsets.US_ASCII), eventClass);
    }

    /** Whether the object tells of something that happened. */
    boolean isEvent(byte[] bytes) {
        return isNamed() || isOrder() || isPayment(bytes);
    }

    private boolean isNamed() {
        return values.has(JsonSlot.ACTIVITY)
                || values.has(JsonSlot.CLASS)
                || values.has(JsonSlot.CODE) && values.has(JsonSlot.KIND);
    }

    /** A payment as a gateway's interface writes it. */
    private boolean isPayment(byte[] bytes) {
        return values.has(JsonSlot.OUTCOME)
                && values.has(JsonSlot.AMOUNT)
                && PaymentState.isPayment(
                        bytes, values.from(JsonSlot.KIND), values.to(JsonSlot.KIND));
    }

    /** An order as WooCommerce's interface writes it. */
    private boolean isOrder() {
        return values.has(JsonSlot.ID)
                && values.has(JsonSlot.OUTCOME)
                && values.has(JsonSlot.AMOUNT)
                && (values.has(JsonSlot.GATEWAY) || values.has(JsonSlot.ADDRESS));
    }

    /** Sets class, activity and outcome. */
    void read(Scratch scratch, EventCursor into) {
        if (isNamed()) {
            event(scratch, into);
        } else if (isPayment(into.bytes)) {
            payment(scratch, into);
        } else {
            order(scratch, into);
        }
    }

    private void payment(Scratch scratch, EventCursor into) {
        into.eventClass = EventClass.WEB_RESOURCES_ACTIVITY;
        int from = values.from(JsonSlot.OUTCOME);
        int to = values.to(JsonSlot.OUTCOME);
        var state = PaymentState.read(into.bytes, from, to);
        scratch.set(EventField.ACTIVITY, state == null ? Activity.PAYMENT_UPDATED : state, into);
        OrderState.outcome(state, scratch, into);
        if (!into.has(EventField.DETAIL)) {
            into.set(EventField.DETAIL, from, to);
        }
    }

    private void order(Scratch scratch, EventCursor into) {
        into.eventClass = EventClass.WEB_RESOURCES_ACTIVITY;
        into.set(EventField.ORDER, values.from(JsonSlot.ID), values.to(JsonSlot.ID));
        int from = values.from(JsonSlot.OUTCOME);
        int to = values.to(JsonSlot.OUTCOME);
        var state = OrderState.read(into.bytes, from, to);
        scratch.set(EventField.ACTIVITY, state == null ? Activity.ORDER_UPDATED : state, into);
        OrderState.outcome(state, scratch, into);
        if (!into.has(EventField.DETAIL)) {
            into.set(EventField.DETAIL, from, to);
        }
    }

    private void event(Scratch scratch, EventCursor into) {
        into.eventClass = said(into.bytes);
        if (values.says(JsonSlot.OUTCOME, into.bytes)) {
            words.outcome(values, scratch, into);
        }
        var activity = words.activity(values, scratch, into);
        if (into.eventClass == EventClass.BASE) {
            into.eventClass = implied(into);
        }
        if (!into.has(EventField.OUTCOME)) {
            OrderState.outcome(activity, scratch, into);
        }
    }

    private EventClass said(byte[] bytes) {
        if (!values.has(JsonSlot.CLASS)) {
            return EventClass.BASE;
        }
        long uid = Digits.number(bytes, values.from(JsonSlot.CLASS), values.to(JsonSlot.CLASS));
        return EventClass.of(uid);
    }

    private static EventClass implied(EventCursor event) {
        int from = event.from(EventField.ACTIVITY);
        int to = event.to(EventField.ACTIVITY);
        for (int i = 0; i < FAMILIES.size(); i++) {
            if (Bytes.startsWith(event.bytes, from, to, FAMILIES.get(i).prefix())) {
                return FAMILIES.get(i).eventClass();
            }
        }
        boolean request = event.has(EventField.TARGET) && event.status > 0;
        return request ? EventClass.HTTP_ACTIVITY : EventClass.BASE;
    }
}
