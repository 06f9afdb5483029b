package dev.cordon.infra.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.domain.detection.engine.Allowed;
import dev.cordon.domain.detection.engine.Allowed.Purpose;
import dev.cordon.domain.detection.engine.DetectionSettings;
import dev.cordon.domain.detection.rule.Cidr;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class DetectionThresholdsTest {

    @Test
    void whatIsNotSetIsAsTheDomainHasIt() {
        assertThat(bind(Map.of())).isEqualTo(DetectionSettings.DEFAULTS);
    }

    @Test
    void anOperatorSetsAThresholdAndTheLoginPages() {
        var settings =
                bind(
                        Map.of(
                                "cordon.detection.campaign-gap", "1h",
                                "cordon.detection.account-paths", "/mein-konto,/mon-compte"));

        assertThat(settings.campaignGap()).isEqualTo(Duration.ofHours(1));
        assertThat(settings.accountPaths()).containsExactly("/mein-konto", "/mon-compte");
    }

    @Test
    void anOperatorsNetworksAreKnownBesideThoseOfCordon() {
        var settings =
                bind(
                        Map.of(
                                "cordon.detection.allowed",
                                "office=192.0.2.0/24, payment-provider=2001:db8::/32"));

        assertThat(settings.allowed())
                .containsAll(DetectionSettings.DEFAULTS.allowed())
                .endsWith(
                        new Allowed(Cidr.of("192.0.2.0/24"), Purpose.OFFICE),
                        new Allowed(Cidr.of("2001:db8::/32"), Purpose.PAYMENT_PROVIDER));
    }

    @Test
    void aNetworkWithoutAPurposeIsRefusedAtTheStart() {
        assertThatThrownBy(() -> bind(Map.of("cordon.detection.allowed", "192.0.2.0/24")))
                .hasMessageContaining("PURPOSE=NETWORK");
    }

    @Test
    void aSenselessThresholdIsRefusedAtTheStart() {
        assertThatThrownBy(() -> bind(Map.of("cordon.detection.visitors", "0")))
                .hasMessage("the visitors that are followed: at least 16, not 0");
    }

    private static DetectionSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("cordon.detection", DetectionThresholds.class)
                .settings();
    }
}
