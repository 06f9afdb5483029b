package dev.cordon.application.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.application.kernel.AddressGuard.Judgement;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.8.8",
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "100.64.0.1",
                "100.127.255.255",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.168.0.1",
                "198.18.0.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:10.0.0.1",
                "::10.0.0.1",
                "64:ff9b::a00:1",
                "2002:a00:1::",
                "2001:0:a00:1::",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void privateOrReservedAddressIsNotPublic(String address) throws UnknownHostException {
        assertThat(AddressGuard.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "93.184.215.14",
                "100.63.255.255",
                "172.32.0.1",
                "192.167.255.255",
                "198.20.0.1",
                "2a00:1450:4001:82a::200e",
                "2606:4700::1111"
            })
    void routedAddressIsPublic(String address) throws UnknownHostException {
        assertThat(AddressGuard.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void thisMachineIsAllowedOnlyWhereTheSettingSaysSo() throws UnknownHostException {
        assertThat(new AddressGuard(true).judge("127.0.0.1")).isEqualTo(Judgement.LOOPBACK_ALLOWED);
        assertThat(new AddressGuard(false).judge("127.0.0.1")).isEqualTo(Judgement.FORBIDDEN);
        assertThat(new AddressGuard(true).judge("10.0.0.1")).isEqualTo(Judgement.FORBIDDEN);
    }

    @Test
    void bracketsOfALiteralAreNoPartOfTheAddress() throws UnknownHostException {
        assertThat(new AddressGuard(true).judge("[::1]")).isEqualTo(Judgement.LOOPBACK_ALLOWED);
    }
}
