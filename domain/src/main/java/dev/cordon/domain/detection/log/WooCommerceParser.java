package dev.cordon.domain.detection.log;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads WooCommerce's own logs and those that gateways write through it: {@code
 * 2026-11-23T08:09:23+00:00 ERROR message CONTEXT: {json}}, with further lines behind it; and as it
 * wrote them before version 3, {@code 11-23-2026 @ 08:09:23 - message}, in the zone of the source.
 * Reused; not safe for two threads.
 */
final class WooCommerceParser implements LineParser {

    private static final JsonKeys CONTEXT =
            new JsonKeys(
                    List.of(
                            JsonSlot.ORDER.named("order_id", "order", "order.id"),
                            JsonSlot.GATEWAY.named(
                                    "payment_method", "gateway_id", "gateway", "payment_gateway"),
                            JsonSlot.FILE.named("error.file"),
                            JsonSlot.DETAIL.named("data.code", "error_code", "code", "reason"),
                            JsonSlot.ADDRESS.named("ip_address", "customer_ip_address", "ip"),
                            JsonSlot.ACCOUNT.named("user_login", "username", "user"),
                            JsonSlot.ID.named("order_uid")));
    private static final byte[] PRODUCT = "woocommerce".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] MARK = " CONTEXT: {".getBytes(StandardCharsets.US_ASCII);
    private static final int LONGEST_LEVEL = 10;
    private static final int MOST_MARKS = 3;

    private static final byte[] AT = {' ', '@', ' '};
    private static final byte[] DASH = {' ', '-', ' '};
    private static final int OLD_CLOCK = "11-23-2026 @ ".length();
    private static final int OLD_TIME = "11-23-2026 @ 08:09:23".length();

    private final LocalTimes zone;
    private final IsoTime times;
    private final JsonValues values = new JsonValues();
    private final JsonReader json = new JsonReader(CONTEXT, values);
    private final ClientAddress client = new ClientAddress(AddressRule.AS_WRITTEN);
    private final WooCommerceMessage message = new WooCommerceMessage();
    private final WebhookDelivery webhook = new WebhookDelivery();
    private final Scratch scratch = new Scratch();

    WooCommerceParser(ZoneId zone) {
        this.zone = new LocalTimes(zone);
        times = new IsoTime(this.zone);
    }

    @Override
    public boolean joinsLines() {
        return true;
    }

    @Override
    public boolean continuesPrevious(byte[] bytes, int from, int to) {
        return !begins(bytes, from, to) && old(bytes, from, to) == Digits.NONE;
    }

    @Override
    public @Nullable Rejection read(byte[] line, int lineFrom, int lineTo, EventCursor into) {
        into.begin(line, lineFrom, lineTo);
        if (!begins(line, lineFrom, lineTo)) {
            return readOld(line, lineFrom, lineTo, into);
        }
        into.epochSecond = times.read(line, lineFrom, lineTo);
        int level = times.end() + 1 - lineFrom;
        // Twice the room: a webhook's body is unescaped behind the line.
        scratch.begin(line, lineFrom, lineTo, lineTo - lineFrom, into);
        byte[] bytes = scratch.bytes();
        int to = lineTo - lineFrom;
        int end = endOfLevel(bytes, level, to);
        if (end < 0) {
            return times.end() + LONGEST_LEVEL < lineTo
                    ? Rejection.OTHER_FORMAT
                    : Rejection.CUT_SHORT;
        }
        into.set(EventField.LEVEL, level, end);
        scratch.set(EventField.PRODUCT, PRODUCT, into);
        body(bytes, Math.min(to, end + 1), to, into);
        return null;
    }

    private @Nullable Rejection readOld(byte[] line, int lineFrom, int lineTo, EventCursor into) {
        long local = old(line, lineFrom, lineTo);
        if (local == Digits.NONE) {
            return Rejection.OTHER_FORMAT;
        }
        into.epochSecond = zone.epochSecond(local);
        scratch.begin(line, lineFrom, lineTo, lineTo - lineFrom, into);
        scratch.set(EventField.PRODUCT, PRODUCT, into);
        body(scratch.bytes(), OLD_TIME + DASH.length, lineTo - lineFrom, into);
        return null;
    }

    private void body(byte[] bytes, int from, int to, EventCursor into) {
        if (webhook.read(bytes, from, to, scratch, into)) {
            return;
        }
        int end = context(bytes, from, to);
        into.set(EventField.MESSAGE, from, end);
        values.copy(JsonSlot.ORDER, EventField.ORDER, into);
        values.copy(JsonSlot.GATEWAY, EventField.GATEWAY, into);
        values.copy(JsonSlot.FILE, EventField.FILE, into);
        values.copy(JsonSlot.DETAIL, EventField.DETAIL, into);
        values.copy(JsonSlot.ACCOUNT, EventField.ACCOUNT, into);
        values.copy(JsonSlot.ID, EventField.OBJECT, into);
        if (values.has(JsonSlot.ADDRESS)) {
            client.read(bytes, values.from(JsonSlot.ADDRESS), values.to(JsonSlot.ADDRESS), into);
        }
        message.read(bytes, from, end, scratch, into);
    }

    /** Reads the context, and says where the message before it ends. */
    private int context(byte[] bytes, int from, int to) {
        values.clear();
        int mark = Bytes.find(MARK, bytes, from, to);
        for (int i = 0; mark >= 0 && i < MOST_MARKS; i++) {
            if (json.read(bytes, mark + MARK.length - 1, to)) {
                return mark;
            }
            values.clear();
            mark = Bytes.find(MARK, bytes, mark + 1, to);
        }
        return to;
    }

    private static boolean begins(byte[] bytes, int from, int to) {
        return IsoTime.begins(bytes, from, to) && bytes[from + 10] == 'T';
    }

    /** Seconds since 1970 as the store's clock counts them, or {@link Digits#NONE}. */
    private static long old(byte[] bytes, int from, int to) {
        boolean shaped =
                to - from >= OLD_TIME + DASH.length
                        && bytes[from + 2] == '-'
                        && bytes[from + 5] == '-'
                        && Bytes.startsWith(bytes, from + OLD_CLOCK - AT.length, to, AT)
                        && Bytes.startsWith(bytes, from + OLD_TIME, to, DASH);
        if (!shaped) {
            return Digits.NONE;
        }
        long clock = Digits.clock(bytes, from + OLD_CLOCK, to);
        long day =
                Digits.day(
                        Digits.four(bytes, from + 6, to),
                        Digits.two(bytes, from, to),
                        Digits.two(bytes, from + 3, to));
        return clock == Digits.NONE || day == Digits.NONE
                ? Digits.NONE
                : day * Digits.SECONDS_A_DAY + clock;
    }

    /** A word in capitals with spaces around it. */
    private static int endOfLevel(byte[] bytes, int from, int to) {
        int i = from;
        int limit = Math.min(to, from + LONGEST_LEVEL);
        while (i < limit && bytes[i] >= 'A' && bytes[i] <= 'Z') {
            i++;
        }
        boolean word = i > from && bytes[from - 1] == ' ';
        return word && (i == to || bytes[i] == ' ') ? i : -1;
    }
}
