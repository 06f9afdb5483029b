package dev.cordon.domain.detection.log;

import java.nio.charset.StandardCharsets;
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
    private static final List<byte[]> FAILURES =
            List.of(FAILURE, bytes("failed"), bytes("fail"), bytes("declined"), bytes("false"));
    private static final List<byte[]> SUCCESSES =
            List.of(SUCCESS, bytes("succeeded"), bytes("ok"), bytes("true"), bytes("successful"));

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static Ocsf ocsf(EventClass eventClass, String word, Activity activity) {
        return new Ocsf(eventClass, bytes(word), activity);
    }

    /** Lower case, with underscores: {@code charge.failed} is {@code charge_failed}. */
    void plain(byte[] bytes, int from, int to, Scratch scratch) {
        int end = Math.min(to, from + LONGEST);
        for (int i = from; i < end; i++) {
            byte b = bytes[i];
            boolean between = b == '.' || b == ' ' || b == '-' || b == ':';
            boolean upper = b >= 'A' && b <= 'Z';
            scratch.append(between ? (byte) '_' : upper ? (byte) (b | 0x20) : b);
        }
    }

    /** {@code success} or {@code failure}, whatever the source calls it; else its own word. */
    void outcome(JsonValues values, Scratch scratch, EventCursor into) {
        int from = scratch.length();
        plain(into.bytes, values.from(JsonSlot.OUTCOME), values.to(JsonSlot.OUTCOME), scratch);
        if (isOneOf(FAILURES, into.bytes, from, scratch.length())) {
            scratch.set(EventField.OUTCOME, FAILURE, into);
        } else if (isOneOf(SUCCESSES, into.bytes, from, scratch.length())) {
            scratch.set(EventField.OUTCOME, SUCCESS, into);
        } else {
            into.set(EventField.OUTCOME, from, scratch.length());
        }
    }

    /** What the event's activity is called here; null if it is called as the source does. */
    @Nullable Activity ours(EventCursor event) {
        int from = event.from(EventField.ACTIVITY);
        int to = event.to(EventField.ACTIVITY);
        boolean logon =
                event.eventClass == EventClass.AUTHENTICATION && is(LOGON, event.bytes, from, to);
        if (logon) {
            boolean failed =
                    is(
                            FAILURE,
                            event.bytes,
                            event.from(EventField.OUTCOME),
                            event.to(EventField.OUTCOME));
            return failed ? Activity.LOGIN_FAILED : Activity.LOGIN_SUCCEEDED;
        }
        for (int i = 0; i < OCSF.size(); i++) {
            var each = OCSF.get(i);
            if (each.eventClass() == event.eventClass && is(each.word(), event.bytes, from, to)) {
                return each.activity();
            }
        }
        return null;
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
