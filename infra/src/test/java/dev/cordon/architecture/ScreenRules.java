package dev.cordon.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static dev.cordon.architecture.HouseRule.seenRedBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.stream.Stream;

/** What a view is. */
record ScreenRules(House house) {

    Stream<HouseRule> all() {
        return Stream.of(
                viewsArePackagePrivate(),
                everyRouteDeclaresAccess(),
                viewModelsKnowNoComponent(),
                onlyTheShellPushes());
    }

    private HouseRule viewsArePackagePrivate() {
        return seenRedBy(
                "PublicView",
                classes()
                        .that()
                        .areAnnotatedWith(Route.class)
                        .should()
                        .bePackagePrivate()
                        .as("views are package-private")
                        .because("a feature's public face is its navigation, not its components"));
    }

    private HouseRule everyRouteDeclaresAccess() {
        return seenRedBy(
                "OpenView",
                classes()
                        .that()
                        .areAnnotatedWith(Route.class)
                        .should()
                        .beAnnotatedWith(RolesAllowed.class)
                        .orShould()
                        .beAnnotatedWith(PermitAll.class)
                        .orShould()
                        .beAnnotatedWith(AnonymousAllowed.class)
                        .as("every route declares who may open it")
                        .because("a view without a word on it is refused, or worse, is not"));
    }

    private HouseRule viewModelsKnowNoComponent() {
        return seenRedBy(
                "PaintingViewModel",
                noClasses()
                        .that()
                        .resideInAPackage(house.in("ui"))
                        .and()
                        .haveSimpleNameEndingWith("ViewModel")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("com.vaadin.flow.component..")
                        .as("view models know no component")
                        .because("their state is tested without a browser")
                        .allowEmptyShould(true));
    }

    private HouseRule onlyTheShellPushes() {
        return seenRedBy(
                "PushingView",
                noClasses()
                        .that()
                        .resideInAPackage(house.in("ui"))
                        .and()
                        .resideOutsideOfPackage(house.in("ui", "shell"))
                        .should()
                        .accessTargetWhere(
                                DescribedPredicate.describe(
                                        "it is UI.access",
                                        access ->
                                                access.getTargetOwner().isEquivalentTo(UI.class)
                                                        && access.getName().startsWith("access")))
                        .as("only the shell pushes to the browser")
                        .because("locks and detached screens are easy to get wrong, once"));
    }
}
