package dev.cordon.domain.detection.log;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Reads events that sensors, security plugins, gateways and WooCommerce's webhooks tell of, each a
 * line with one JSON object: OCSF's names, flat ({@code "user.name"}) or nested, and the ones that
 * are usual elsewhere. Reused; not safe for two threads.
 */
final class EventParser implements LineParser {

    private final JsonValues values = new JsonValues();
    private final JsonReader json = new JsonReader(EventKeys.KEYS, values);
    private final JsonRequest request = new JsonRequest(values, AddressRule.AS_WRITTEN);
    private final EventMeaning meaning = new EventMeaning(values);
    private final MomentReader moments;
    private final Scratch scratch = new Scratch();

    EventParser(ZoneId zone) {
        moments = new MomentReader(zone);
    }

    @Override
    public @Nullable Rejection read(byte[] line, int from, int to, EventCursor into) {
        into.begin(line, from, to);
        scratch.begin(line, from, to, into);
        values.clear();
        if (!json.read(scratch.bytes(), 0, to - from)) {
            return json.brokeOff() ? Rejection.CUT_SHORT : Rejection.OTHER_FORMAT;
        }
        boolean timed = values.has(JsonSlot.TIME) || values.has(JsonSlot.TIME_OF_UTC);
        if (!timed || !meaning.isEvent(into.bytes)) {
            return Rejection.OTHER_FORMAT;
        }
        into.epochSecond = time(into.bytes);
        if (into.epochSecond == Digits.NONE) {
            return Rejection.BAD_TIME;
        }
        fields(into);
        request.describe(into);
        meaning.read(scratch, into);
        return null;
    }

    private long time(byte[] bytes) {
        if (values.has(JsonSlot.TIME)) {
            return moments.read(bytes, values.from(JsonSlot.TIME), values.to(JsonSlot.TIME));
        }
        int from = values.from(JsonSlot.TIME_OF_UTC);
        return moments.readUtc(bytes, from, values.to(JsonSlot.TIME_OF_UTC));
    }

    private void fields(EventCursor into) {
        values.copy(JsonSlot.ACCOUNT, EventField.ACCOUNT, into);
        values.copy(JsonSlot.DETAIL, EventField.DETAIL, into);
        values.copy(JsonSlot.LEVEL, EventField.LEVEL, into);
        values.copy(JsonSlot.MESSAGE, EventField.MESSAGE, into);
        values.copy(JsonSlot.FILE, EventField.FILE, into);
        values.copy(JsonSlot.OBJECT, EventField.OBJECT, into);
        values.copy(JsonSlot.PRODUCT, EventField.PRODUCT, into);
        values.copy(JsonSlot.ORDER, EventField.ORDER, into);
        values.copy(JsonSlot.GATEWAY, EventField.GATEWAY, into);
        values.copy(JsonSlot.AMOUNT, EventField.AMOUNT, into);
    }
}
