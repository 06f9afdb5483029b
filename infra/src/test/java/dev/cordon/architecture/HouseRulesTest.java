package dev.cordon.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class HouseRulesTest {

    private static final JavaClasses PRODUCT = HouseRules.product();

    @TestFactory
    Stream<DynamicTest> theHouseKeepsItsRules() {
        return HouseRules.of(HouseRules.PRODUCT)
                .map(rule -> dynamicTest(rule.toString(), () -> rule.rule().check(PRODUCT)));
    }

    @Test
    void everyLayerOfTheRulesIsThere() {
        var layers =
                PRODUCT.stream()
                        .flatMap(type -> HouseRules.PRODUCT.layerOf(type).stream())
                        .collect(Collectors.toSet());

        assertThat(layers).containsExactlyInAnyOrderElementsOf(House.LAYERS);
    }

    @Test
    void everyPackageOfTheInnerLayersIsAKnownFeature() {
        var unknown =
                PRODUCT.stream()
                        .filter(type -> type.getPackageName().matches(INNER))
                        .filter(type -> HouseRules.PRODUCT.featureOf(type).isEmpty())
                        .map(JavaClass::getPackageName)
                        .filter(name -> !name.equals("dev.cordon.application.stereotype"))
                        .collect(Collectors.toSet());

        assertThat(unknown).as("packages the table of features does not name").isEmpty();
    }

    private static final String INNER = "dev\\.cordon\\.(domain|application)\\..*";

    @Test
    void packagesNamedInRulesExist() {
        var named =
                Stream.of(
                        "dev.cordon.application.stereotype",
                        "dev.cordon.infra.bootstrap",
                        "dev.cordon.infra.persistence",
                        "dev.cordon.domain.detection",
                        "dev.cordon.ui.shell");

        assertThat(named).allSatisfy(name -> assertThat(PRODUCT.containPackage(name)).isTrue());
    }

    @Test
    void noTestClassIsTakenForTheProduct() {
        var suffixes = new String[] {"Test", "IT", "Fixtures", "Contract"};

        assertThat(PRODUCT)
                .noneMatch(
                        type -> Arrays.stream(suffixes).anyMatch(type.getSimpleName()::endsWith));
    }
}
