package dev.cordon.domain.detection.log;

import java.nio.charset.StandardCharsets;

/**
 * Reads the delivery of a webhook as WooCommerce logs it: PHP's print of a nested list, with the
 * order that was sent as JSON in it. Reused; not safe for two threads.
 */
final class WebhookDelivery {

    private static final byte[] HEAD = text("Array\n(\n    [Webhook Delivery] => ");
    private static final byte[] TOPIC = text("[X-WC-Webhook-Topic] => ");
    private static final byte[] BODY = text("[Body] => {");
    private static final byte[] RESPONSE = text("[Response] => ");
    private static final byte[] CODE = text("[Code] => ");
    private static final byte[] CREATED = text("order.created");
    private static final byte[] UPDATED = text("order.updated");
    private static final byte[] ESCAPED_QUOTE = {'{', '\\', '"'};

    private final JsonValues values = new JsonValues();
    private final JsonReader json = new JsonReader(EventKeys.KEYS, values);
    private final ClientAddress client = new ClientAddress(AddressRule.AS_WRITTEN);

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Whether it is one; if so it is in the cursor. */
    boolean read(byte[] bytes, int from, int to, Scratch scratch, EventCursor into) {
        if (!Bytes.startsWith(bytes, from, to, HEAD)) {
            return false;
        }
        into.eventClass = EventClass.WEB_RESOURCES_ACTIVITY;
        into.set(EventField.MESSAGE, from, to);
        int topic = Bytes.find(TOPIC, bytes, from, to);
        if (topic >= 0) {
            int start = topic + TOPIC.length;
            into.set(EventField.OBJECT, start, endOfLine(bytes, start, to));
        }
        boolean arrived = hasArrived(bytes, from, to);
        boolean order = is(CREATED, into) || is(UPDATED, into);
        boolean read = order && body(bytes, from, to, scratch, into);
        if (!read) {
            var activity = arrived ? Activity.WEBHOOK_DELIVERED : Activity.WEBHOOK_FAILED;
            scratch.set(EventField.ACTIVITY, activity, into);
            OrderState.outcome(activity, scratch, into);
        }
        return true;
    }

    /** The order in it. Only of a new one the state is told as news: others are told repeatedly. */
    private boolean body(byte[] bytes, int from, int to, Scratch scratch, EventCursor into) {
        int mark = Bytes.find(BODY, bytes, from, to);
        int start = mark + BODY.length - 1;
        if (mark < 0 || !json(bytes, start, endOfLine(bytes, start, to), scratch)) {
            return false;
        }
        values.copy(JsonSlot.ID, EventField.ORDER, into);
        values.copy(JsonSlot.GATEWAY, EventField.GATEWAY, into);
        values.copy(JsonSlot.AMOUNT, EventField.AMOUNT, into);
        values.copy(JsonSlot.OUTCOME, EventField.DETAIL, into);
        values.copy(JsonSlot.USER_AGENT, EventField.USER_AGENT, into);
        if (values.has(JsonSlot.ADDRESS)) {
            client.read(bytes, values.from(JsonSlot.ADDRESS), values.to(JsonSlot.ADDRESS), into);
        }
        int detail = into.from(EventField.DETAIL);
        var state = OrderState.read(bytes, detail, into.to(EventField.DETAIL));
        var activity = state == null || !is(CREATED, into) ? Activity.ORDER_UPDATED : state;
        scratch.set(EventField.ACTIVITY, activity, into);
        OrderState.outcome(state, scratch, into);
        return true;
    }

    /**
     * WordPress puts a backslash before quotes and backslashes; a copy behind the line has none.
     */
    private boolean json(byte[] bytes, int from, int to, Scratch scratch) {
        int start = scratch.length();
        boolean escaped = Bytes.startsWith(bytes, from, to, ESCAPED_QUOTE);
        for (int i = from; i < to; i++) {
            boolean escape = escaped && bytes[i] == '\\' && i + 1 < to;
            scratch.append(bytes[escape ? ++i : i]);
        }
        values.clear();
        return json.read(bytes, start, scratch.length());
    }

    private static boolean hasArrived(byte[] bytes, int from, int to) {
        int response = Bytes.find(RESPONSE, bytes, from, to);
        int code = response < 0 ? -1 : Bytes.find(CODE, bytes, response, to);
        return code >= 0 && code + CODE.length < to && bytes[code + CODE.length] == '2';
    }

    private static int endOfLine(byte[] bytes, int from, int to) {
        int end = Bytes.indexOf((byte) '\n', bytes, from, to);
        return end < 0 ? to : end;
    }

    private static boolean is(byte[] topic, EventCursor event) {
        int from = event.from(EventField.OBJECT);
        int length = event.to(EventField.OBJECT) - from;
        return length == topic.length && Bytes.startsWith(event.bytes, from, from + length, topic);
    }
}
