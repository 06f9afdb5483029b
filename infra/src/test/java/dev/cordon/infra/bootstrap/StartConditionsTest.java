package dev.cordon.infra.bootstrap;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class StartConditionsTest {

    @Test
    void aProgramThatWasNotToldHowToRunDoesNotStart() {
        assertThatExceptionOfType(RefusedToStart.class)
                .isThrownBy(() -> StartConditions.check(new MockEnvironment()))
                .withMessageContaining("not told");
    }

    @Test
    void nobodyRunsForRealAndAsADemonstrationAtOnce() {
        var both = new MockEnvironment();
        both.setActiveProfiles("demo", "run");

        assertThatExceptionOfType(RefusedToStart.class)
                .isThrownBy(() -> StartConditions.check(both))
                .withMessageContaining("at once");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1", "127.0.0.2", "localhost"})
    void theDemonstrationStartsOnLoopback(String address) {
        assertThatCode(() -> StartConditions.check(demoAt(address))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0.0.0.0", "::", "192.168.1.7", "no.such.host.invalid"})
    void theDemonstrationRefusesEveryOtherAddress(String address) {
        assertThatExceptionOfType(RefusedToStart.class)
                .isThrownBy(() -> StartConditions.check(demoAt(address)))
                .withMessageContaining("where others reach it");
    }

    @Test
    void theDemonstrationRefusesToStandBesideARealIdentityProvider() {
        var demo = demoAt("127.0.0.1");
        demo.setProperty("cordon.oidc.issuer", "https://id.example.org/realms/cordon");

        assertThatExceptionOfType(RefusedToStart.class)
                .isThrownBy(() -> StartConditions.check(demo))
                .withMessageContaining("CORDON_OIDC_ISSUER");
    }

    @Test
    void theRealProgramMayAnswerToOthers() {
        var run = demoAt("0.0.0.0");
        run.setActiveProfiles("run");

        assertThatCode(() -> StartConditions.check(run)).doesNotThrowAnyException();
    }

    private static MockEnvironment demoAt(String address) {
        var demo = new MockEnvironment().withProperty("server.address", address);
        demo.setActiveProfiles("demo");
        return demo;
    }
}
