package dev.cordon.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class HouseRulesProbeTest {

    private static final JavaClasses PROBES = HouseRules.probes();

    @TestFactory
    Stream<DynamicTest> everyRuleCatchesItsProbe() {
        return HouseRules.of(HouseRules.PROBES)
                .map(rule -> dynamicTest(rule.probe() + ": " + rule, () -> catches(rule)));
    }

    private static void catches(HouseRule rule) {
        var found = rule.rule().evaluate(PROBES).getFailureReport().getDetails();

        assertThat(found).anyMatch(line -> line.contains(rule.probe()));
    }

    @Test
    void everyRuleSaysWhy() {
        assertThat(HouseRules.of(HouseRules.PROBES))
                .allMatch(rule -> rule.toString().contains(", because "));
    }

    @Test
    void everyProbeBreaksOneOfTheRules() {
        var expected =
                HouseRules.of(HouseRules.PROBES).map(HouseRule::probe).collect(Collectors.toSet());

        assertThat(PROBES)
                .filteredOn(type -> type.isTopLevelClass() && !type.isInterface())
                .extracting(type -> type.getSimpleName())
                .allMatch(name -> expected.contains(name) || name.startsWith("Harmless"));
    }
}
