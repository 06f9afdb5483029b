package dev.cordon.domain.detection.log;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.detection.log.ReadLog.Told;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;

/** Whatever comes in, in whatever format and pieces: every line has its answer. */
final class AnyLog {

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    static final List<String> FORMATS =
            List.of(
                    "combined",
                    "json",
                    "events",
                    "woocommerce",
                    "php-error",
                    "nginx-error",
                    "apache-error",
                    "common",
                    "address=last trusted=10.0.0.0/8,unix: combined+forwarded",
                    "address=first trusted=10.0.0.0/8 vhost-combined+forwarded",
                    "address=last trusted=10.0.0.0/8,2001:db8::/32 json",
                    "nginx:$host $remote_addr $msec \"$request_uri\" $status $bytes_sent $ua",
                    "nginx:{\"t\":\"$time_iso8601\",\"r\":\"$request\",\"p\":\"$realip_remote_addr\"}",
                    "nginx:$remote_user@$host$uri$is_args$args [$time_local] $status",
                    "apache:%h %{%d/%b/%Y %T}t.%{msec_frac}t %{%z}t \"%m %U%q\" %>s %b",
                    "apache:%{%a %e %b %y %H:%M}t|%a|%{X-Forwarded-For}i|%{usec}t");

    private AnyLog() {}

    /** The first two bytes say how it is read, the others are the log. */
    static void hasItsAnswer(byte[] bytes) {
        if (bytes.length < 2) {
            return;
        }
        int number = (bytes[0] & 0xff) % (FORMATS.size() + 1);
        byte[] log = Arrays.copyOfRange(bytes, 2, bytes.length);
        if (number < FORMATS.size()) {
            isAnswered(FORMATS.get(number), log, 1 + (bytes[1] & 0xff));
            return;
        }
        int end = Math.max(0, Bytes.indexOf((byte) '\n', log, 0, log.length));
        var format = madeUp(new String(log, 0, end, ISO_8859_1));
        if (format != null) {
            isAnswered(format, Arrays.copyOfRange(log, end, log.length), 1 + (bytes[1] & 0xff));
        }
    }

    private static String madeUp(String text) {
        try {
            return LogFormat.of(text).text();
        } catch (IllegalArgumentException refused) {
            holds(!refused.getMessage().isBlank(), "a refusal says why");
            return null;
        }
    }

    static void isAnswered(String format, byte[] log, int piece) {
        var whole = ReadLog.cut(format, ZONE, log, Integer.MAX_VALUE);
        var cut = ReadLog.cut(format, ZONE, log, piece);
        var counts = whole.counts();

        if (!cut.equals(whole)) {
            assertThat(cut).as("read in pieces of " + piece).isEqualTo(whole);
        }
        holds(counts.bytes() == log.length, "every byte is counted");
        holds(counts.lines() == lines(log), "every line is counted");
        holds(
                counts.understood() + counts.rejectedLines() == counts.lines(),
                "a line is understood or not");
        holds(counts.unclean() <= counts.understood(), "unclean lines are understood ones");
        for (var sample : counts.samples()) {
            holds(isPrintable(sample.excerpt()), "a sample is safe to show");
            holds(sample.number() >= 1 && sample.number() <= counts.lines(), "a sample was read");
        }
        long before = -1;
        for (var told : whole.events()) {
            holds(told.start() > before, "events come in their order");
            before = told.start();
            isSensible(told, log);
        }
    }

    private static void isSensible(Told told, byte[] log) {
        long end = told.start() + told.length();
        holds(told.length() > 0 && end <= log.length, "an event stands in the log");
        holds(told.at().isBefore(ReadLog.NOW.plusSeconds(601)), "an event is not of the future");
        holds(told.size() >= 0, "a size is none below nothing");
        int status = told.status();
        holds(status == 0 || status >= 100 && status <= 599, "a status is one of HTTP");
    }

    private static boolean isPrintable(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c <= '~' || c == '…');
    }

    /** Cheaper than a sentence for each of so many. */
    private static void holds(boolean claim, String sentence) {
        if (!claim) {
            throw new AssertionError(sentence);
        }
    }

    private static long lines(byte[] log) {
        long ends = 0;
        for (byte b : log) {
            ends += b == '\n' ? 1 : 0;
        }
        return log.length > 0 && log[log.length - 1] != '\n' ? ends + 1 : ends;
    }
}
