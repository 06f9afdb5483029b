package dev.cordon.domain.detection.rule;

import static dev.cordon.domain.detection.rule.SigmaRules.selected;
import static dev.cordon.domain.detection.rule.SigmaRules.whyNot;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.detection.rule.Condition.Network;
import dev.cordon.domain.detection.rule.Condition.Not;
import dev.cordon.domain.detection.rule.Condition.Or;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceCheckTest {

    @ParameterizedTest
    @CsvSource({
        "c-ip: 192.0.2.7, 192.0.2.7",
        "src_ip: '2001:db8::1', 2001:db8::1",
        "src_endpoint.ip|cidr: 10.0.0.0/8, 10.0.0.0/8",
        "c-ip: 10.0.0.0/8, 10.0.0.0/8",
        "c-ip|cidr: '2001:db8::/32', 2001:db8::/32",
        "'c-ip|startswith: ''10.''', 10.0.0.0/8",
        "c-ip: 192.168.*, 192.168.0.0/16",
        "c-ip|startswith: 192.0.2.*, 192.0.2.0/24"
    })
    void anAddressIsComparedWithANetwork(String line, String network) {
        assertThat(selected(line)).isEqualTo(new Network(Cidr.of(network)));
    }

    @Test
    void oneOfTheNetworksSuffices() {
        assertThat(selected("c-ip|cidr: [10.0.0.0/8, 192.168.0.0/16]"))
                .isEqualTo(
                        new Or(
                                List.of(
                                        new Network(Cidr.of("10.0.0.0/8")),
                                        new Network(Cidr.of("192.168.0.0/16")))));
    }

    @Test
    void networksMayComeFromAPlaceholder() {
        assertThat(selected("c-ip|cidr|expand|neq: '%office%'"))
                .isEqualTo(
                        new Not(
                                new Or(
                                        List.of(
                                                new Network(Cidr.of("192.0.2.0/24")),
                                                new Network(Cidr.of("2001:db8::/32"))))));
    }

    @Test
    void everyAddressLiesInTheNetworkThatStandsForBeingThere() {
        var there = ((Network) selected("c-ip|exists: true")).network();

        assertThat(there.contains(-1, -1)).isTrue();
        assertThat(there.contains(0, 0)).isTrue();
        assertThat(selected("c-ip: null")).isEqualTo(new Not(new Network(there)));
        assertThat(selected("c-ip: '-'")).isEqualTo(new Not(new Network(there)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "c-ip: localhost → no address and no network: localhost",
                "c-ip|cidr: 10.0.0.0/33 → no address and no network",
                "c-ip|cidr: '::ffff:10.0.0.0/104' → no address and no network",
                "c-ip|cidr: 10.0.0.0/ → no address and no network",
                "c-ip|cidr: 300.0.0.0/8 → no address and no network",
                "c-ip: '*.7' → no address and no network: *.7",
                "c-ip: '10.1*' → an address begins with whole numbers",
                "c-ip|startswith: '10.1' → an address begins with whole numbers",
                "c-ip: '2001:db8:*' → an address begins with whole numbers",
                "c-ip|contains: '10.' → an address is compared with addresses",
                "c-ip|re: '^10' → an address is compared with addresses",
                "c-ip|gt: 10 → an address is compared with addresses",
                "dst_ip: 10.0.0.1 → no log here has the field dst_ip"
            })
    void whatIsNoNetworkIsRefused(String line, String reason) {
        assertThat(whyNot(line)).contains(reason);
    }
}
