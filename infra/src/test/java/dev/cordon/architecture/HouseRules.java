package dev.cordon.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;

/** All rules, for a house. */
final class HouseRules {

    static final House PRODUCT = new House("dev.cordon");

    static final House PROBES = new House("dev.cordon.architecture.probe");

    private static final ImportOption NO_TEST_JARS = location -> !location.contains("-tests.jar");

    private HouseRules() {}

    static Stream<HouseRule> of(House house) {
        return Stream.of(
                        new LayerRules(house).all(),
                        new FeatureRules(house).all(),
                        new UseCaseRules(house).all(),
                        new LanguageRules(house).all(),
                        new RowRules(house).all(),
                        new ScreenRules(house).all())
                .flatMap(rules -> rules);
    }

    /** What ships: main classes, from folders and jars alike. */
    static JavaClasses product() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(NO_TEST_JARS)
                .importPackages(PRODUCT.base());
    }

    static JavaClasses probes() {
        return new ClassFileImporter().importPackages(PROBES.base());
    }
}
