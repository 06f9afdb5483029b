package dev.cordon.architecture;

import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static dev.cordon.architecture.HouseRule.seenRedBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.cordon.application.stereotype.Queries;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.domain.kernel.Transition;
import java.util.stream.Stream;

/** What a use case and a class of queries are. */
record UseCaseRules(House house) {

    private static final DescribedPredicate<JavaClass> CHANGE =
            annotatedWith(UseCase.class)
                    .or(annotatedWith(StreamingUseCase.class))
                    .<JavaClass>forSubtype()
                    .as("are use cases");

    private static final DescribedPredicate<JavaClass> READ =
            annotatedWith(Queries.class).<JavaClass>forSubtype().as("are queries");

    Stream<HouseRule> all() {
        return Stream.of(
                everyPublicMethodDeclaresItsPermission(),
                aUseCaseHasOnePublicMethod(),
                useCasesDoNotCallUseCases(),
                queriesDoNotWrite(),
                onlyStereotypesOpenTransactions(),
                useCasesAreBuiltByTheContainer(),
                aUseCaseLiesInAFeatureOfTheApplication());
    }

    private HouseRule everyPublicMethodDeclaresItsPermission() {
        return seenRedBy(
                "UnguardedUseCase",
                methods()
                        .that()
                        .areDeclaredInClassesThat(CHANGE.or(READ))
                        .and()
                        .arePublic()
                        .and()
                        .areNotStatic()
                        .should()
                        .beAnnotatedWith(Requires.class)
                        .as("every public method of a use case declares the permission it asks for")
                        .because("what nobody was permitted is refused to everybody"));
    }

    private HouseRule aUseCaseHasOnePublicMethod() {
        return seenRedBy(
                "TwoThingsAtOnce",
                classes()
                        .that(CHANGE)
                        .should(haveOnePublicMethod())
                        .as("a use case has one public method")
                        .because("the class is the verb; a second method is a second use case"));
    }

    private static ArchCondition<JavaClass> haveOnePublicMethod() {
        return new ArchCondition<>("have one public method") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var verbs =
                        type.getMethods().stream()
                                .filter(m -> m.getModifiers().contains(JavaModifier.PUBLIC))
                                .filter(m -> !m.getModifiers().contains(JavaModifier.STATIC))
                                .filter(m -> !m.getModifiers().contains(JavaModifier.SYNTHETIC))
                                .count();
                if (verbs != 1) {
                    events.add(
                            SimpleConditionEvent.violated(
                                    type, type.getName() + " has " + verbs + " public methods"));
                }
            }
        };
    }

    private HouseRule useCasesDoNotCallUseCases() {
        return seenRedBy(
                "UseCaseOfUseCases",
                noClasses()
                        .that(CHANGE.or(READ))
                        .should(dependOnAnother(CHANGE.or(READ)))
                        .as("use cases do not call use cases")
                        .because("each is one transaction and one permission"));
    }

    private static ArchCondition<JavaClass> dependOnAnother(DescribedPredicate<JavaClass> kind) {
        return new ArchCondition<>("depend on another use case") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getDirectDependenciesFromSelf().stream()
                        .filter(d -> !d.getTargetClass().equals(type))
                        .filter(d -> kind.test(d.getTargetClass()))
                        .forEach(
                                d ->
                                        events.add(
                                                SimpleConditionEvent.satisfied(
                                                        type, d.getDescription())));
            }
        };
    }

    private HouseRule queriesDoNotWrite() {
        return seenRedBy(
                "WritingQueries",
                noClasses()
                        .that(READ)
                        .should()
                        .accessTargetWhere(
                                DescribedPredicate.describe("it writes", UseCaseRules::writes))
                        .as("queries do not write")
                        .because("they run in a read-only transaction, and nobody expects it"));
    }

    private static boolean writes(JavaAccess<?> access) {
        return access instanceof JavaCall<?> call
                && (call.getTarget().getRawParameterTypes().stream()
                                .anyMatch(type -> type.isEquivalentTo(Transition.class))
                        || call.getTargetOwner().isInterface()
                                && call.getTargetOwner().getPackageName().contains(".application.")
                                && call.getName()
                                        .matches("(save|append|delete|remove|limit|schedule).*"));
    }

    private HouseRule onlyStereotypesOpenTransactions() {
        return seenRedBy(
                "TransactionOfItsOwn",
                noClasses()
                        .that()
                        .resideInAPackage(house.base() + "..")
                        .and()
                        .resideOutsideOfPackage(house.in("application", "stereotype"))
                        .should()
                        .dependOnClassesThat()
                        .haveNameMatching(".*\\.transaction(\\.annotation)?\\.Transactional")
                        .as("only the stereotypes say @Transactional")
                        .because("a use case is one transaction, opened at one place"));
    }

    private HouseRule useCasesAreBuiltByTheContainer() {
        return seenRedBy(
                "TwoThingsAtOnce",
                constructors()
                        .that()
                        .areDeclaredInClassesThat(CHANGE.or(READ))
                        .should()
                        .notBePublic()
                        .as("use cases are built by the container")
                        .because("one built by hand has neither transaction nor permission"));
    }

    private HouseRule aUseCaseLiesInAFeatureOfTheApplication() {
        return seenRedBy(
                "UseCaseInTheConsole",
                classes()
                        .that(CHANGE.or(READ))
                        .should()
                        .resideInAPackage(house.base() + ".application.*")
                        .as("use cases lie in the application")
                        .because("there nobody can reach the database, the web or the screen"));
    }
}
