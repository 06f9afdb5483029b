package dev.cordon.domain.detection.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which address counts where proxies pass others on. */
class ForwardedAddressTest {

    private static final String FIRST = "address=first trusted=10.0.0.0/8,2001:db8:a::/48 ";
    private static final String LAST = "address=last trusted=10.0.0.0/8,2001:db8:a::/48 ";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10.0.0.1       | 198.51.100.7                            | 198.51.100.7",
                "10.0.0.1       | 198.51.100.7, 10.0.0.2, 10.0.0.3        | 198.51.100.7",
                "10.0.0.1       | 203.0.113.9, 198.51.100.7,10.0.0.2      | 198.51.100.7",
                "10.0.0.1       | 10.0.0.9, 10.0.0.2                      | 10.0.0.9",
                "10.0.0.1       | unknown, 198.51.100.7, 10.0.0.2         | 198.51.100.7",
                "10.0.0.1       | 198.51.100.7, unknown                   | 10.0.0.1",
                "10.0.0.1       | 2001:db8::5, 2001:db8:a::1              | 2001:db8::5",
                "10.0.0.1       | [2001:db8::5]:4711                      | 2001:db8::5",
                "10.0.0.1       | 198.51.100.7:4711, 10.0.0.2             | 198.51.100.7",
                "2001:db8:a::2  | 2001:db8::5                             | 2001:db8::5",
                "203.0.113.99   | 198.51.100.7                            | 203.0.113.99",
                "10.0.0.1       | -                                       | 10.0.0.1",
                "10.0.0.1       | ' '                                     | 10.0.0.1"
            })
    void ofAChainTheLastThatIsNoTrustedProxyCounts(String peer, String header, String counts) {
        assertThat(address(LAST, peer, header)).isEqualTo(counts);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10.0.0.1     | 203.0.113.9, 198.51.100.7, 10.0.0.2 | 203.0.113.9",
                "10.0.0.1     | unknown, 198.51.100.7               | 10.0.0.1",
                "203.0.113.99 | 203.0.113.9                         | 203.0.113.99"
            })
    void theFirstCountsOnlyIfThatIsAskedForAndTheProxyIsTrusted(
            String peer, String header, String counts) {
        assertThat(address(FIRST, peer, header)).isEqualTo(counts);
    }

    @Test
    void withoutARuleNoHeaderIsBelieved() {
        assertThat(address("", "10.0.0.1", "198.51.100.7")).isEqualTo("10.0.0.1");
    }

    @Test
    void aProxyAtTheServersOwnSocketMayBeTrusted() {
        var line =
                "{\"ts\":1795421898,\"remote_addr\":\"unix:\",\"xff\":\"198.51.100.7\","
                        + "\"uri\":\"/\",\"status\":200}";

        assertThat(ReadLog.line("address=last trusted=unix: json", line).address())
                .isEqualTo("198.51.100.7");
        assertThat(ReadLog.line(LAST + "json", line).address()).isEmpty();
    }

    @Test
    void aListInJsonIsAChainToo() {
        var line =
                "{\"ts\":1795421898,\"request\":{\"remote_ip\":\"10.0.0.1\",\"method\":\"GET\","
                        + "\"uri\":\"/\",\"headers\":{\"X-Forwarded-For\":[\"203.0.113.9\","
                        + " \"198.51.100.7\",\"10.0.0.2\"]}},\"status\":200}";

        assertThat(ReadLog.line(LAST + "json", line).address()).isEqualTo("198.51.100.7");
        assertThat(ReadLog.line(FIRST + "json", line).address()).isEqualTo("203.0.113.9");
        assertThat(ReadLog.line("json", line).address()).isEqualTo("10.0.0.1");
    }

    @Test
    void thePeerDecidesWhereTheServerAlreadyReplacedTheAddress() {
        var format = LAST + "apache:%{c}a %a %t \"%r\" %>s \"%{X-Forwarded-For}i\"";
        var trusted =
                "10.0.0.1 198.51.100.7 [23/Nov/2026:08:18:18 +0000] \"GET / HTTP/1.1\" 200"
                        + " \"198.51.100.7\"";

        assertThat(ReadLog.line(format, trusted).address()).isEqualTo("198.51.100.7");
        assertThat(ReadLog.line(format, trusted.replace("10.0.0.1", "203.0.113.5")).address())
                .isEqualTo("198.51.100.7");
    }

    @Test
    void aPeerIsTheAddressWhereThereIsNoOther() {
        var told =
                ReadLog.line(
                        "apache:%{c}a %t \"%r\" %>s",
                        "198.51.100.7 [23/Nov/2026:08:18:18 +0000] \"GET / HTTP/1.1\" 200");

        assertThat(told.address()).isEqualTo("198.51.100.7");
    }

    private static String address(String rule, String peer, String header) {
        var line = peer + " - - [23/Nov/2026:08:18:18 +0000] \"GET / HTTP/1.1\" 200 5 \"-\" \"x\"";
        var behind = ReadLog.line(rule + "combined+forwarded", line + " \"" + header + "\"");
        var before = ReadLog.line(rule + "forwarded+combined", "\"" + header + "\" " + line);
        assertThat(behind.address()).isEqualTo(before.address());
        return behind.address();
    }
}
