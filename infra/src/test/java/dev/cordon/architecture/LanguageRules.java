package dev.cordon.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static dev.cordon.architecture.HouseRule.seenRedBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** How a line is written, as far as bytecode shows it. */
record LanguageRules(House house) {

    /** Where time and chance come from. Matched on the target, so method references count too. */
    private static final Set<String> TIME_AND_CHANCE =
            Set.of(
                    "java.time.Instant.now",
                    "java.time.LocalDate.now",
                    "java.time.LocalTime.now",
                    "java.time.LocalDateTime.now",
                    "java.time.ZonedDateTime.now",
                    "java.time.OffsetDateTime.now",
                    "java.time.Year.now",
                    "java.time.Clock.systemUTC",
                    "java.time.Clock.systemDefaultZone",
                    "java.time.Clock.system",
                    "java.time.InstantSource.system",
                    "java.lang.System.currentTimeMillis",
                    "java.lang.Math.random",
                    "java.util.UUID.randomUUID",
                    "java.util.Random.<init>",
                    "java.util.concurrent.ThreadLocalRandom.current");

    Stream<HouseRule> all() {
        return Stream.of(
                timeAndChanceEnterThroughPorts(),
                everyPackageIsNullMarked(),
                noOldDates(),
                onlyTheCommandLinePrints(),
                onlySlf4jLogs(),
                nothingIsInjectedIntoFields(),
                noOptionalIsHandedOver(),
                noOptionalIsKept(),
                namesSayWhatAThingIs());
    }

    private HouseRule timeAndChanceEnterThroughPorts() {
        return seenRedBy(
                "ReadsTheClockByReference",
                noClasses()
                        .that()
                        .resideInAPackage(house.base() + "..")
                        .and()
                        .resideOutsideOfPackage(house.in("infra", "bootstrap"))
                        .should()
                        .accessTargetWhere(
                                DescribedPredicate.describe(
                                        "it is a source of time or chance",
                                        LanguageRules::isTimeOrChance))
                        .as("time and chance enter through ports")
                        .because("a deadline that reads the clock itself cannot be tested"));
    }

    private static boolean isTimeOrChance(JavaAccess<?> access) {
        return TIME_AND_CHANCE.contains(access.getTargetOwner().getName() + "." + access.getName());
    }

    private HouseRule everyPackageIsNullMarked() {
        return seenRedBy(
                "UnmarkedPackage",
                classes()
                        .that()
                        .resideInAPackage(house.base() + "..")
                        .should(lieInANullMarkedPackage())
                        .as("every package is @NullMarked")
                        .because("NullAway reads marked packages only"));
    }

    private static ArchCondition<JavaClass> lieInANullMarkedPackage() {
        return new ArchCondition<>("lie in a @NullMarked package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                    events.add(
                            SimpleConditionEvent.violated(
                                    type, type.getName() + " lies in an unmarked package"));
                }
            }
        };
    }

    private HouseRule noOldDates() {
        return seenRedBy(
                "CountsInCalendars",
                noClasses()
                        .that()
                        .resideInAPackage(house.base() + "..")
                        .and()
                        // The JDK asks in no other form at which moment certificates are judged.
                        .haveNameNotMatching(".*\\.Token(Check|Signer)")
                        .should()
                        .dependOnClassesThat()
                        .haveNameMatching(
                                "java\\.util\\.(Date|Calendar|GregorianCalendar)|java\\.text\\.SimpleDateFormat|java\\.sql\\.Date")
                        .as("no Date, no Calendar")
                        .because("a legal clock needs a zone, and these hide theirs"));
    }

    private HouseRule onlyTheCommandLinePrints() {
        return seenRedBy(
                "PrintsFromAView",
                noClasses()
                        .that()
                        .resideInAPackage(house.base() + "..")
                        .and()
                        .resideOutsideOfPackage(house.in("infra", "bootstrap"))
                        .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
                        .as("only the command line prints")
                        .because("a server's words go to its log"));
    }

    private HouseRule onlySlf4jLogs() {
        return seenRedBy(
                "LogsByHand",
                noClasses()
                        .that()
                        .resideInAPackage(house.base() + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "java.util.logging..",
                                "org.apache.commons.logging..",
                                "org.apache.logging..",
                                "ch.qos.logback..")
                        .as("SLF4J logs, and nothing else")
                        .because(
                                "one place decides what is written, and secrets are kept out there"));
    }

    private HouseRule nothingIsInjectedIntoFields() {
        return seenRedBy(
                "FieldInjected",
                noFields()
                        .should(GeneralCodingRules.BE_ANNOTATED_WITH_AN_INJECTION_ANNOTATION)
                        .as("nothing is injected into fields")
                        .because("a constructor says what a class needs, and a test can call it"));
    }

    private HouseRule noOptionalIsHandedOver() {
        return seenRedBy(
                "TakesAnOptional",
                noCodeUnits()
                        .that(
                                DescribedPredicate.<JavaCodeUnit>describe(
                                        "take an Optional",
                                        unit ->
                                                unit.getRawParameterTypes().stream()
                                                        .anyMatch(
                                                                t ->
                                                                        t.isEquivalentTo(
                                                                                Optional.class))))
                        .should()
                        .beDeclaredInClassesThat(
                                DescribedPredicate.describe("are ours", house::holds))
                        .as("no Optional is handed over")
                        .because("an absent argument is @Nullable, or another method")
                        .allowEmptyShould(true));
    }

    private HouseRule noOptionalIsKept() {
        return seenRedBy(
                "KeepsAnOptional",
                noFields()
                        .that(
                                DescribedPredicate.<JavaField>describe(
                                        "are ours", field -> house.holds(field.getOwner())))
                        .should()
                        .haveRawType(Optional.class)
                        .as("no Optional is kept")
                        .because("an absent component is @Nullable"));
    }

    private HouseRule namesSayWhatAThingIs() {
        return seenRedBy(
                "IncidentManager",
                noClasses()
                        .that()
                        .resideInAPackage(house.base() + "..")
                        .should()
                        .haveNameMatching(
                                ".*(Impl|Manager|Helper|Utils?|Service|DTO|Dto|VO|Entity)")
                        .as("names say what a thing is")
                        .because("Impl, Manager, Helper, Util and Service fit everything"));
    }
}
