package dev.cordon.domain.detection.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessLogParserTest {

    private static final String LINE =
            "198.51.100.43 - - [23/Nov/2026:08:18:18 +0000] \"POST /my-account/ HTTP/1.1\" 302 5"
                    + " \"https://shop.example/\" \"python-requests/2.31.0\"";

    private final AccessLogParser parser = new AccessLogParser();
    private final EventCursor cursor = new EventCursor();

    @Test
    void readsEveryField() {
        var line = understood(LINE);

        assertThat(line.address()).hasToString("198.51.100.43");
        assertThat(Instant.ofEpochSecond(line.epochSecond()))
                .isEqualTo(Instant.parse("2026-11-23T08:18:18Z"));
        assertThat(line.method()).isEqualTo("POST");
        assertThat(line.isPost()).isTrue();
        assertThat(line.target()).isEqualTo("/my-account/");
        assertThat(line.status()).isEqualTo(302);
        assertThat(line.size()).isEqualTo(5);
        assertThat(line.referer()).isEqualTo("https://shop.example/");
        assertThat(line.hasReferer()).isTrue();
        assertThat(line.userAgent()).isEqualTo("python-requests/2.31.0");
    }

    @ParameterizedTest
    @CsvSource({
        "23/Nov/2026:08:18:18 +0000, 2026-11-23T08:18:18Z",
        "23/Nov/2026:09:18:18 +0100, 2026-11-23T08:18:18Z",
        "23/Nov/2026:00:30:00 +0530, 2026-11-22T19:00:00Z",
        "22/Nov/2026:20:18:18 -1200, 2026-11-23T08:18:18Z",
        "29/Feb/2028:00:00:00 +0000, 2028-02-29T00:00:00Z",
        "31/Dec/2026:23:59:60 +0000, 2027-01-01T00:00:00Z"
    })
    void aTimeCountsWithItsOwnOffset(String written, Instant meant) {
        var line = understood(LINE.replace("23/Nov/2026:08:18:18 +0000", written));

        assertThat(Instant.ofEpochSecond(line.epochSecond())).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "29/Feb/2026:08:18:18 +0000",
                "31/Apr/2026:08:18:18 +0000",
                "00/Nov/2026:08:18:18 +0000",
                "23/Nox/2026:08:18:18 +0000",
                "23/Nov/2026:24:18:18 +0000",
                "23/Nov/2026:08:60:18 +0000",
                "23/Nov/2026:08:18:61 +0000",
                "23/Nov/2026 08:18:18 +0000",
                "23/Nov/2026:08:18:18 +9900",
                "23/Nov/2026:08:18:18 Z0000",
                "2026-11-23T08:18:18.0+00:0",
                "2026-11-23T08:18:18+00:00"
            })
    void whatIsNoMomentIsABadTime(String written) {
        assertThat(read(LINE.replace("23/Nov/2026:08:18:18 +0000", written)))
                .isEqualTo(Rejection.BAD_TIME);
    }

    @Test
    void aUserNameMayHoldSpacesAndBrackets() {
        assertThat(understood(LINE.replace("- -", "- john [the] doe")).status()).isEqualTo(302);
    }

    @Test
    void aUserIsWhoTheServerKnows() {
        assertThat(understood(LINE.replace("- -", "- mara lind")).text(EventField.ACTOR))
                .isEqualTo("mara lind");
        assertThat(understood(LINE).has(EventField.ACTOR)).isFalse();
        assertThat(understood(LINE.replace("- -", "- ")).has(EventField.ACTOR)).isFalse();
    }

    @Test
    void aUserNameThatLooksLikeATimeHidesNothing() {
        var line = understood(LINE.replace("- -", "- x [01/Jan/2020:00:00:00 +0000] y"));

        assertThat(Instant.ofEpochSecond(line.epochSecond()))
                .isEqualTo(Instant.parse("2026-11-23T08:18:18Z"));
        assertThat(line.text(EventField.ACTOR)).isEqualTo("x [01/Jan/2020:00:00:00 +0000] y");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST  /my-account/ HTTP/1.1",
                "POST /my-account/   HTTP/1.1",
                "POST /my-account/ HTTP/1.1  ",
                "POST /my-account/ HTTP/1.01",
                "POST /my-account/ "
            })
    void whatServersPutUpWithInARequestHidesNothing(String request) {
        var line = understood(request(request));

        assertThat(line.method()).isEqualTo("POST");
        assertThat(line.target()).isEqualTo("/my-account/");
    }

    @Test
    void escapedQuotesDoNotEndAField() {
        var line =
                understood(
                        LINE.replace("/my-account/", "/a\\\"b")
                                .replace("python", "say \\\\\\\"hi"));

        assertThat(line.target()).isEqualTo("/a\\\"b");
        assertThat(line.userAgent()).isEqualTo("say \\\\\\\"hi-requests/2.31.0");
    }

    @Test
    void aQuoteBehindAnEscapedBackslashEndsTheField() {
        var line = understood(LINE.replace("https://shop.example/", "C:\\\\"));

        assertThat(line.referer()).isEqualTo("C:\\\\");
    }

    @Test
    void whatAServerAppendsIsPassedOver() {
        assertThat(understood(LINE + " 0.123 \"upstream\"").userAgent())
                .isEqualTo("python-requests/2.31.0");
    }

    @Test
    void aSpaceInTheTargetBelongsToIt() {
        assertThat(understood(LINE.replace("/my-account/", "/a b")).target()).isEqualTo("/a b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /",
                "GET / HTTP/2",
                "GET / HTTP/1.0",
                "PROPFIND / HTTP/1.1",
                "M-SEARCH / HTTP/1.1",
                "x / HTTP/1.1",
                "GET1 / HTTP/1.1",
                "$|`%~ / HTTP/1.1",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA / HTTP/1.1"
            })
    void versionsAndMethodsMayDiffer(String request) {
        assertThat(understood(request(request)).target()).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-"})
    void aClientThatSentNothingIsUnderstood(String request) {
        var line = understood(request(request).replace("302 5", "408 -"));

        assertThat(line.method()).isEmpty();
        assertThat(line.target()).isEmpty();
        assertThat(line.size()).isZero();
    }

    @Test
    void aDashIsNoReferer() {
        assertThat(understood(LINE.replace("https://shop.example/", "-")).hasReferer()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\x16\\x03\\x01\\x02\\x00\\x01\\x00\\x01\\xFC\\x03\\x03",
                "SSH-2.0-Go",
                "\\x03\\x00\\x00/*\\xE0\\x00\\x00\\x00\\x00\\x00Cookie: mstshash=Administr",
                "GET",
                "GET ",
                " / HTTP/1.1",
                "GET  HTTP/1.1"
            })
    void whatIsNoHttpIsSaidSo(String request) {
        assertThat(read(request(request))).isEqualTo(Rejection.NOT_HTTP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"000", "099", "600", "999", "2a0", "-20"})
    void onlyStatusesFrom100To599Count(String status) {
        assertThat(read(LINE.replace("302", status))).isEqualTo(Rejection.BAD_STATUS);
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 200, 499, 599})
    void everyStatusFrom100To599Counts(int status) {
        assertThat(understood(LINE.replace("302", "" + status)).status()).isEqualTo(status);
    }

    @Test
    void aLineThatEndsAnywhereIsCutShortOrNotALine() {
        for (int length = 1; length < LINE.length(); length++) {
            assertThat(read(LINE.substring(0, length)))
                    .as(LINE.substring(0, length))
                    .isIn(
                            Rejection.CUT_SHORT,
                            Rejection.NO_ADDRESS,
                            Rejection.OTHER_FORMAT,
                            Rejection.BAD_STATUS);
        }
        assertThat(read(LINE.substring(0, 60))).isEqualTo(Rejection.CUT_SHORT);
    }

    @Test
    void aLineThatBeginsWithAHostIsNotTakenForThatHostsAddress() {
        assertThat(read("shop.example:443 " + LINE)).isEqualTo(Rejection.NO_ADDRESS);
    }

    private EventCursor understood(String line) {
        assertThat(read(line)).as(line).isNull();
        return cursor;
    }

    private Rejection read(String line) {
        byte[] bytes = ("before\n" + line + "\nbehind").getBytes(UTF_8);
        return parser.read(bytes, 7, bytes.length - 7, cursor);
    }

    private static String request(String request) {
        return LINE.replace("POST /my-account/ HTTP/1.1", request);
    }
}
