package dev.cordon.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static dev.cordon.architecture.HouseRule.seenRedBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.stream.Stream;

/** Which layer may name which. */
record LayerRules(House house) {

    Stream<HouseRule> all() {
        return Stream.of(
                theDomainKnowsOnlyTheLanguage(),
                onlyDetectionKnowsPatternsFromOutside(),
                theApplicationKnowsOnlyTheDomain(),
                springIsSeenOnlyInStereotypes(),
                woocommerceKnowsTheApplicationAlone(),
                notifyKnowsTheApplicationAlone(),
                theConsoleKnowsTheApplicationAlone(),
                onlyBootstrapNamesAdaptersAndConsole(),
                useCasesStartNoThread());
    }

    private HouseRule theDomainKnowsOnlyTheLanguage() {
        return seenRedBy(
                "DomainReadsFiles",
                classes()
                        .that()
                        .resideInAPackage(house.in("domain"))
                        .should()
                        .onlyDependOnClassesThat(
                                resideInAnyPackage(
                                                "java.lang..",
                                                "java.math",
                                                "java.time..",
                                                "java.util..",
                                                "java.security",
                                                "java.nio",
                                                "java.nio.charset",
                                                "org.jspecify.annotations",
                                                "com.google.re2j",
                                                house.in("domain"))
                                        .or(belongToAnyOf(ByteArrayOutputStream.class))
                                        .or(PRIMITIVE_ARRAYS))
                        .as("the domain knows only the language")
                        .because(
                                "what must be right is tested in milliseconds, without a framework"));
    }

    private static final DescribedPredicate<JavaClass> PRIMITIVE_ARRAYS =
            DescribedPredicate.describe(
                    "arrays of primitives",
                    type -> type.isArray() && type.getBaseComponentType().isPrimitive());

    private HouseRule onlyDetectionKnowsPatternsFromOutside() {
        return seenRedBy(
                "IncidentMatchesPatterns",
                noClasses()
                        .that()
                        .resideInAPackage(house.base() + "..")
                        .and()
                        .resideOutsideOfPackage(house.in("*", "detection"))
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("com.google.re2j..")
                        .as("only detection knows patterns from outside")
                        .because("RE2/J is the domain's one library, for rules that others wrote"));
    }

    private HouseRule theApplicationKnowsOnlyTheDomain() {
        return seenRedBy(
                "AskStoreByHttp",
                noClasses()
                        .that()
                        .resideInAPackage(house.in("application"))
                        .should()
                        .dependOnClassesThat(
                                resideInAnyPackage(
                                                "java.net.http..",
                                                "java.sql..",
                                                "javax.sql..",
                                                "jakarta..",
                                                "tools.jackson..",
                                                "com.fasterxml..")
                                        .or(house(List.of("woocommerce", "notify", "ui", "infra"))))
                        .as("the application knows only the domain")
                        .because("what reaches outside is a port, and an adapter fills it"));
    }

    private HouseRule springIsSeenOnlyInStereotypes() {
        return seenRedBy(
                "SpringUseCase",
                noClasses()
                        .that()
                        .resideInAPackage(house.in("application"))
                        .and()
                        .resideOutsideOfPackage(house.in("application", "stereotype"))
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("org.springframework..")
                        .as("the application sees Spring only in its stereotypes")
                        .because("transaction and permission are said once, by what a class is"));
    }

    private HouseRule woocommerceKnowsTheApplicationAlone() {
        return layerKnowsNot(
                "StoreGatewaySendsMail", "woocommerce", List.of("notify", "ui", "infra"));
    }

    private HouseRule notifyKnowsTheApplicationAlone() {
        return layerKnowsNot("MailerAsksStore", "notify", List.of("woocommerce", "ui", "infra"));
    }

    private HouseRule theConsoleKnowsTheApplicationAlone() {
        return layerKnowsNot("ViewAsksStore", "ui", List.of("woocommerce", "notify", "infra"));
    }

    private HouseRule layerKnowsNot(String probe, String layer, List<String> others) {
        return seenRedBy(
                probe,
                noClasses()
                        .that()
                        .resideInAPackage(house.in(layer))
                        .should()
                        .dependOnClassesThat(house(others))
                        .as(layer + " knows the application alone")
                        .because("adapters and console meet only in the composition root"));
    }

    private HouseRule onlyBootstrapNamesAdaptersAndConsole() {
        return seenRedBy(
                "JobCallsAdapter",
                noClasses()
                        .that()
                        .resideInAPackage(house.in("infra"))
                        .and()
                        .resideOutsideOfPackage(house.in("infra", "bootstrap"))
                        .should()
                        .dependOnClassesThat(house(List.of("woocommerce", "notify", "ui")))
                        .as("in infra only bootstrap names adapters and the console")
                        .because(
                                "persistence, jobs and HTTP work through ports, whoever fills them"));
    }

    private HouseRule useCasesStartNoThread() {
        return seenRedBy(
                "PageInAThread",
                noClasses()
                        .that()
                        .resideInAnyPackage(house.in(List.of("domain", "application")))
                        .should()
                        .dependOnClassesThat(
                                belongToAnyOf(
                                                Thread.class,
                                                java.util.concurrent.Executors.class,
                                                java.util.concurrent.ExecutorService.class,
                                                java.util.concurrent.CompletableFuture.class)
                                        .and(not(resideInAPackage(house.base() + ".."))))
                        .as("use cases and domain start no thread")
                        .because("outside work is a durable job, which survives a restart"));
    }

    private DescribedPredicate<JavaClass> house(List<String> layers) {
        return resideInAnyPackage(house.in(layers)).as("lie in " + String.join(", ", layers));
    }
}
