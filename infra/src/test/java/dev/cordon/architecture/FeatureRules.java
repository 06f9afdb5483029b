package dev.cordon.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static dev.cordon.architecture.HouseRule.seenRedBy;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;

/** Which feature may name which. */
record FeatureRules(House house) {

    Stream<HouseRule> all() {
        return Stream.of(
                featuresFormNoCycles("domain", "RoundAboutIncident"),
                featuresFormNoCycles("application", "RoundAboutUseCase"),
                featuresFormNoCycles("ui", "RoundAboutView"),
                featuresFormNoCycles("infra", "RoundAboutJob"),
                aFeatureKnowsOnlyFeaturesAbove());
    }

    private HouseRule featuresFormNoCycles(String layer, String probe) {
        return seenRedBy(
                probe,
                slices().matching(house.base() + "." + layer + ".(*)..")
                        .should()
                        .beFreeOfCycles()
                        .as("the packages of " + layer + " form no cycle")
                        .because("what knows each other in a circle is one thing"));
    }

    private HouseRule aFeatureKnowsOnlyFeaturesAbove() {
        return seenRedBy(
                "StoreOpensIncident",
                classes()
                        .that()
                        .resideInAPackage(house.base() + "..")
                        .should(knowOnlyTheKernelAndFeaturesAbove())
                        .as("a feature knows the kernel and the features above it only")
                        .because("the table of the design is the order in which they may be read"));
    }

    private ArchCondition<JavaClass> knowOnlyTheKernelAndFeaturesAbove() {
        return new ArchCondition<>("know only the kernel and features above") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var here = house.featureOf(type);
                if (here.isEmpty()) {
                    return;
                }
                type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> looksDown(here.get(), dependency))
                        .forEach(
                                dependency ->
                                        events.add(
                                                SimpleConditionEvent.violated(
                                                        type, dependency.getDescription())));
            }
        };
    }

    /** Permissions are the one word of a feature that the kernel has: every call asks for one. */
    private boolean looksDown(String here, Dependency dependency) {
        var target = dependency.getTargetClass().getBaseComponentType();
        if (target.getSimpleName().equals("Permission")) {
            return false;
        }
        return house.featureOf(target)
                .filter(there -> House.FEATURES.indexOf(there) > House.FEATURES.indexOf(here))
                .isPresent();
    }
}
