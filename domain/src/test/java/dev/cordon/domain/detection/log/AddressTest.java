package dev.cordon.domain.detection.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

    @ParameterizedTest
    @CsvSource({
        "198.51.100.20, 198.51.100.20",
        "0.0.0.0, 0.0.0.0",
        "255.255.255.255, 255.255.255.255",
        "2001:db8:59a0:6e1f::1bfd, 2001:db8:59a0:6e1f::1bfd",
        "2001:0DB8:0000:0000:0001:0000:0000:0001, 2001:db8::1:0:0:1",
        "::1, ::1",
        "::, ::",
        "1::, 1::",
        "1:2:3:4:5:6:7:8, 1:2:3:4:5:6:7:8",
        "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0",
        "0:0:1::, 0:0:1::",
        "64:ff9b::192.0.2.33, 64:ff9b::c000:221",
        "fe80::a:b, fe80::a:b"
    })
    void isToldInItsShortestForm(String written, String told) {
        assertThat(Address.of(written)).get().hasToString(told);
    }

    @Test
    void anIpv4AddressIsTheSameWhenWrittenAsIpv6() {
        assertThat(Address.of("::ffff:203.0.113.7")).isEqualTo(Address.of("203.0.113.7"));
        assertThat(Address.of("::ffff:203.0.113.7")).get().hasToString("203.0.113.7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "1",
                "1.2.3",
                "1.2.3.4.5",
                "1.2.3.256",
                "1.2.3.0004",
                "1..2.3",
                ".1.2.3",
                "1.2.3.",
                "1.2.3.4 ",
                "example.org",
                ":",
                ":::",
                "1:",
                ":1",
                "1::2::3",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4:5:6:7:8::",
                "12345::",
                "1:2:3:4:5:6:7:1.2.3.4",
                "::1.2.3",
                "g::",
                "fe80::1%eth0",
                "unix:"
            })
    void whatIsNoAddressIsNone(String text) {
        assertThat(Address.of(text)).isEmpty();
    }

    @Property
    void readsWhatTheLanguageReads(@ForAll long high, @ForAll long low)
            throws UnknownHostException {
        var bytes = ByteBuffer.allocate(16).putLong(high).putLong(low).array();
        var written = InetAddress.getByAddress(bytes).getHostAddress();

        assertThat(Address.of(written)).contains(new Address(high, low));
    }

    @Property
    void isReadBackFromItsOwnText(@ForAll long high, @ForAll byte gaps) {
        var address = new Address(high & 0xffff_0000_0000_ffffL, gaps);

        assertThat(Address.of(address.toString())).contains(address);
    }
}
