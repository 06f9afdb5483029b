package dev.cordon.infra.pack;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;

/** Packages whose described files are written in odd ways, each with manifests that fit. */
final class OddTexts {

    private static final String TIME = "2026-11-26T12:00:00Z";

    record Odd(String how, byte[] file) {
        @Override
        public String toString() {
            return how;
        }
    }

    private OddTexts() {}

    static Stream<Odd> all() {
        return Stream.of(times(), durations(), numbers(), texts(), subjects(), forms(), bytes())
                .flatMap(odd -> odd);
    }

    private static Stream<Odd> times() {
        return Stream.of(
                        "2026-02-29T12:00:00Z",
                        "2024-02-29T12:00:00Z",
                        "2026-11-26T12:00:00.000Z",
                        "2026-11-26T12:00:00.100Z",
                        "2026-11-26T12:00:00.1Z",
                        "2026-11-26T12:00:00.000000001Z",
                        "2026-11-26T12:00:00.123456Z",
                        "2026-11-26T12:00:00.123000Z",
                        "2026-11-26T24:00:00Z",
                        "2026-11-26T23:59:60Z",
                        "2026-11-26T12:00Z",
                        "2026-11-26t12:00:00z",
                        "2026-11-26T12:00:00+00:00",
                        "+12026-11-26T12:00:00Z",
                        "+2026-11-26T12:00:00Z",
                        "-0001-11-26T12:00:00Z",
                        "-0000-11-26T12:00:00Z",
                        "0000-11-26T12:00:00Z",
                        "+1000000000-12-31T23:59:59.999999999Z",
                        "+1000000001-01-01T00:00:00Z",
                        "-1000000000-01-01T00:00:00Z",
                        "")
                .map(time -> custody("time " + time, "\"at\" : \"" + TIME, "\"at\" : \"" + time));
    }

    private static Stream<Odd> durations() {
        return Stream.of(
                        "PT0S",
                        "PT-1.5S",
                        "PT1.50S",
                        "PT60S",
                        "PT1M",
                        "PT1M30S",
                        "PT-1M-30S",
                        "PT-1M30S",
                        "PT-0.5S",
                        "PT-0S",
                        "PT25H",
                        "P1D",
                        "PT1H0M",
                        "PT1H0S",
                        "PT",
                        "PT2562047788015215H30M7S",
                        "PT2562047788015216H",
                        "pt1s",
                        "PT01S",
                        "PT+1S")
                .map(
                        drift ->
                                custody(
                                        "clock drift " + drift,
                                        "\"clockDrift\" : \"PT-1.5S",
                                        "\"clockDrift\" : \"" + drift));
    }

    private static Stream<Odd> numbers() {
        return Stream.of(
                        "1e0",
                        "1.0",
                        "-1",
                        "-0",
                        "01",
                        "9223372036854775807",
                        "9223372036854775808",
                        "99999999999999999999",
                        "999999999999999999999",
                        "\"1\"",
                        "null",
                        "true",
                        "1x",
                        "NaN",
                        "0x1")
                .map(
                        number ->
                                custody(
                                        "seq " + number,
                                        "\"seq\" : 1,",
                                        "\"seq\" : " + number + ","));
    }

    private static Stream<Odd> texts() {
        return Stream.of(
                        "\\ud800",
                        "\\udc00\\ud800",
                        "\\ud83d\\ude00",
                        "a\tb",
                        "\\u0000",
                        "\\x",
                        "\\u12",
                        "\\/",
                        "\\\"",
                        "é",
                        "",
                        "\\u202e",
                        "\uFEFF",
                        "\\uD83D",
                        "x".repeat(1 << 20),
                        "x".repeat((1 << 20) + 1))
                .map(
                        text ->
                                custody(
                                        "text " + text.substring(0, Math.min(20, text.length())),
                                        "An empty file",
                                        text));
    }

    private static Stream<Odd> subjects() {
        return Stream.of(
                        "store",
                        "store ",
                        "file /a",
                        "file /a/../b",
                        "file /a//b",
                        "file a",
                        "log x\\nlog a",
                        "log a\\nlog x",
                        "log a\\nlog a",
                        "log a\\n",
                        "tree /",
                        "tree //",
                        "file /a/",
                        "word x",
                        "log ",
                        "log \\u00a0",
                        "log \\u0085",
                        " ",
                        "\\n")
                .map(
                        covers ->
                                custody(
                                        "covers " + covers,
                                        "log shop-access\\ntree /var/log",
                                        covers));
    }

    private static Stream<Odd> forms() {
        return Stream.of(
                custody("a later form", "cordon/package/v2", "cordon/package/v3"),
                custody("salts in a form without", "cordon/package/v2", "cordon/package/v1"),
                custody("a salt that is none", "8f3a1c5e7d9b2046f1e2d3c4b5a69788", "8F3A"),
                custody("another form", "cordon/package/v2", "CORDON"),
                custody("a property more", "\"incident\" :", "\"more\" : 1, \"incident\" :"),
                custody("a property less", "\"incident\" : \"INC-2026-0001\",", ""),
                custody("a property twice", "\"form\" :", "\"form\" : \"x\", \"form\" :"),
                custody("a trailing comma", "\"files\" : [", "\"files\" : [ ,"),
                custody("no comma", "\"purpose\" : \"trial\",", "\"purpose\" : \"trial\""),
                custody("a comment", "\"form\" :", "/* x */ \"form\" :"),
                custody("another label", "\"label\" : \"EV-0001\"", "\"label\" : \"ev-1\""),
                custody("a deep list", "\"items\" : [", "\"items\" : [[[[[[[[[[[[[[[["),
                custody("an id in capitals", "00000000-0000-0000-0000-00000000004d", "0000004D"),
                proofs("a later form of proofs", "package-proofs/v1", "package-proofs/v2"),
                proofs("a far position", "\"position\" : 3", "\"position\" : 9223372036854775000"),
                proofs("a large tree", "\"size\" : 18", "\"size\" : 9223372036854775807"));
    }

    private static Stream<Odd> bytes() {
        return Stream.of(
                raw("a byte order mark", new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf}, 0),
                raw("white space before", " \n\t".getBytes(UTF_8), 0),
                raw("no UTF-8", "\u00ff".getBytes(ISO_8859_1), 40),
                raw("a zero byte", new byte[1], 40));
    }

    /** Tokens with a flipped byte, in the places that a seed names. */
    static Stream<Odd> tokens(int count) {
        var random = new Random(3161);
        return Stream.generate(
                        () -> {
                            var tampering = new Tampering(TamperCorpus.untouched());
                            var length = tampering.files.get(MadePackage.TOKEN).length;
                            int at = random.nextInt(length);
                            tampering.flip(MadePackage.TOKEN, at);
                            return new Odd("token byte " + at, tampering.rehash().zip());
                        })
                .limit(count);
    }

    private static Odd custody(String how, String from, String to) {
        return text("custody.json", how, from, to);
    }

    private static Odd proofs(String how, String from, String to) {
        return text("proofs.json", how, from, to);
    }

    private static Odd text(String name, String how, String from, String to) {
        var tampering = new Tampering(TamperCorpus.untouched());
        var text = tampering.text(name);
        int at = text.indexOf(from);
        if (at < 0) {
            throw new IllegalStateException("not in " + name + ": " + from);
        }
        tampering.files.put(
                name,
                (text.substring(0, at) + to + text.substring(at + from.length())).getBytes(UTF_8));
        return new Odd(how, tampering.rehash().zip());
    }

    private static Odd raw(String how, byte[] more, int at) {
        var tampering = new Tampering(TamperCorpus.untouched());
        var bytes = tampering.files.get("custody.json");
        var all = Arrays.copyOf(bytes, bytes.length + more.length);
        System.arraycopy(more, 0, all, at, more.length);
        System.arraycopy(bytes, at, all, at + more.length, bytes.length - at);
        tampering.files.put("custody.json", all);
        return new Odd(how, tampering.rehash().zip());
    }
}
