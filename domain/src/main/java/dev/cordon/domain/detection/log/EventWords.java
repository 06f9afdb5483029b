package dev.cordon.domain.detection.log;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Brings the words of others to those that rules use. */
final class EventWords {

    private static final int LONGEST = 80;

    /** An activity of OCSF, which says only together with its class what happened. */
    private record Ocsf(EventClass eventClass, byte[] word, Activity activity) {}

    private static final List<Ocsf> OCSF =
            List.of(
                    ocsf(EventClass.AUTHENTICATION, "logoff", Activity.LOGOUT),
                    ocsf(EventClass.ACCOUNT_CHANGE, "create", Activity.USER_CREATED),
                    ocsf(EventClass.ACCOUNT_CHANGE, "delete", Activity.USER_DELETED),
                    ocsf(EventClass.ACCOUNT_CHANGE, "password_change", Activity.PASSWORD_CHANGED),
                    ocsf(EventClass.ACCOUNT_CHANGE, "password_reset", Activity.PASSWORD_CHANGED),
                    ocsf(EventClass.ACCOUNT_CHANGE, "attach_policy", Activity.ROLE_CHANGED),
                    ocsf(EventClass.APPLICATION_LIFECYCLE, "install", Activity.PLUGIN_INSTALLED),
                    ocsf(EventClass.APPLICATION_LIFECYCLE, "remove", Activity.PLUGIN_REMOVED),
                    ocsf(EventClass.APPLICATION_LIFECYCLE, "enable", Activity.PLUGIN_ACTIVATED),
                    ocsf(EventClass.APPLICATION_LIFECYCLE, "disable", Activity.PLUGIN_DEACTIVATED),
                    ocsf(EventClass.APPLICATION_LIFECYCLE, "update", Activity.PLUGIN_UPDATED));
    private static final byte[] LOGON = bytes("logon");
    private static final byte[] FAILURE = bytes("failure");
    private static final byte[] SUCCESS = bytes("success");
    private static final byte[] PAYMENT = bytes("payment");
    private static final byte[] CHARGE = bytes("charge");
    private static final byte[] COLONS = bytes("__");
    private static final List<byte[]> FAILURES =
            all("failure", "failed", "fail", "declined", "denied", "refused", "false");
    private static final List<byte[]> SUCCESSES =
            all("success", "succeeded", "ok", "true", "successful", "completed", "paid");

    /** Words that say what was done, but not with what. */
    private static final List<byte[]> VERBS =
            all(
                    "created",
                    "added",
                    "deleted",
                    "removed",
                    "updated",
                    "changed",
                    "modified",
                    "installed",
                    "uninstalled",
                    "activated",
                    "deactivated",
                    "enabled",
                    "disabled");

    private final byte[] word = new byte[2 * LONGEST + 1];
    private int length;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static List<byte[]> all(String... words) {
        return Arrays.stream(words).map(EventWords::bytes).toList();
    }

    private static Ocsf ocsf(EventClass eventClass, String word, Activity activity) {
        return new Ocsf(eventClass, bytes(word), activity);
    }

    /**
     * Sets what was done: our word where the source's means the same, else its own.
     *
     * @return ours; null if it is called as the source does, or not at all
     */
    @Nullable Activity activity(JsonValues values, Scratch scratch, EventCursor into) {
        var known = byCode(values, into.bytes);
        known = known == null ? byName(values, into) : known;
        if (known != null) {
            var went = asItWent(known, into);
            scratch.set(EventField.ACTIVITY, went, into);
            return went;
        }
        boolean named = values.says(JsonSlot.ACTIVITY, into.bytes);
        if (named || values.says(JsonSlot.CODE, into.bytes)) {
            length = 0;
            add(named ? JsonSlot.ACTIVITY : JsonSlot.CODE, values, into.bytes);
            length = named ? length : beforeColons();
            if (values.has(JsonSlot.KIND) && isOneOf(VERBS, word, 0, length)) {
                compound(values, into.bytes);
            }
            int from = scratch.length();
            for (int i = 0; i < length; i++) {
                scratch.append(word[i]);
            }
            into.set(EventField.ACTIVITY, from, scratch.length());
        }
        return null;
    }

    /** A number of WP Activity Log, or a name of Solid Security. */
    private @Nullable Activity byCode(JsonValues values, byte[] bytes) {
        if (values.says(JsonSlot.NUMBER, bytes) && values.has(JsonSlot.KIND)) {
            length = 0;
            add(JsonSlot.NUMBER, values, bytes);
            return KnownWords.ofNumber(word, length);
        }
        if (!values.says(JsonSlot.CODE, bytes)) {
            return null;
        }
        length = 0;
        add(JsonSlot.CODE, values, bytes);
        return KnownWords.meaning(word, beforeColons());
    }

    private int beforeColons() {
        int colons = Bytes.find(COLONS, word, 0, length);
        return colons < 0 ? length : colons;
    }

    private @Nullable Activity byName(JsonValues values, EventCursor event) {
        if (!values.says(JsonSlot.ACTIVITY, event.bytes)) {
            return null;
        }
        if (values.says(JsonSlot.KIND, event.bytes)) {
            compound(values, event.bytes);
            var known = KnownWords.meaning(word, length);
            if (known != null) {
                return known;
            }
        }
        length = 0;
        add(JsonSlot.ACTIVITY, values, event.bytes);
        var known = KnownWords.meaning(word, length);
        return known == null ? ofOcsf(event) : known;
    }

    /** {@code plugins} and {@code activated} are {@code plugin_activated}. */
    private void compound(JsonValues values, byte[] bytes) {
        length = 0;
        add(JsonSlot.KIND, values, bytes);
        if (length > 1 && word[length - 1] == 's') {
            length--;
        }
        word[length++] = '_';
        add(JsonSlot.ACTIVITY, values, bytes);
    }

    /** Lower case, with underscores: {@code charge.failed} is {@code charge_failed}. */
    private void add(JsonSlot slot, JsonValues values, byte[] bytes) {
        int from = values.from(slot);
        int end = Math.min(values.to(slot), from + LONGEST);
        for (int i = from; i < end; i++) {
            byte b = bytes[i];
            boolean between = b == '.' || b == ' ' || b == '-' || b == ':';
            boolean upper = b >= 'A' && b <= 'Z';
            word[length++] = between ? (byte) '_' : upper ? (byte) (b | 0x20) : b;
        }
    }

    /** {@code success} or {@code failure}, whatever the source calls it; else its own word. */
    void outcome(JsonValues values, Scratch scratch, EventCursor into) {
        length = 0;
        add(JsonSlot.OUTCOME, values, into.bytes);
        if (isOneOf(FAILURES, word, 0, length)) {
            scratch.set(EventField.OUTCOME, FAILURE, into);
        } else if (isOneOf(SUCCESSES, word, 0, length)) {
            scratch.set(EventField.OUTCOME, SUCCESS, into);
        } else {
            int from = scratch.length();
            for (int i = 0; i < length; i++) {
                scratch.append(word[i]);
            }
            into.set(EventField.OUTCOME, from, scratch.length());
        }
    }

    /** What is called by its try alone, and told by its outcome. */
    private static Activity asItWent(Activity activity, EventCursor event) {
        boolean failed = outcomeIs(FAILURE, event);
        return switch (activity) {
            case LOGIN_SUCCEEDED -> failed ? Activity.LOGIN_FAILED : activity;
            case PAYMENT_SUCCEEDED -> failed ? Activity.PAYMENT_FAILED : activity;
            default -> activity;
        };
    }

    private @Nullable Activity ofOcsf(EventCursor event) {
        if (event.eventClass == EventClass.AUTHENTICATION && is(LOGON, word, 0, length)) {
            return Activity.LOGIN_SUCCEEDED;
        }
        if (is(PAYMENT, word, 0, length) || is(CHARGE, word, 0, length)) {
            boolean decided = outcomeIs(FAILURE, event) || outcomeIs(SUCCESS, event);
            return decided ? Activity.PAYMENT_SUCCEEDED : null;
        }
        for (int i = 0; i < OCSF.size(); i++) {
            var each = OCSF.get(i);
            if (each.eventClass() == event.eventClass && is(each.word(), word, 0, length)) {
                return each.activity();
            }
        }
        return null;
    }

    private static boolean outcomeIs(byte[] outcome, EventCursor event) {
        return is(
                outcome, event.bytes, event.from(EventField.OUTCOME), event.to(EventField.OUTCOME));
    }

    private static boolean isOneOf(List<byte[]> words, byte[] bytes, int from, int to) {
        for (int i = 0; i < words.size(); i++) {
            if (is(words.get(i), bytes, from, to)) {
                return true;
            }
        }
        return false;
    }

    private static boolean is(byte[] word, byte[] bytes, int from, int to) {
        return to - from == word.length && Bytes.startsWith(bytes, from, to, word);
    }
}
