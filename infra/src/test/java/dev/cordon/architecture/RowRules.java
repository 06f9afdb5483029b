package dev.cordon.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static dev.cordon.architecture.HouseRule.seenRedBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaType;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import java.util.Set;
import java.util.stream.Stream;

/** What a stored row is, and who may touch it. Measured on Hibernate Envers. */
record RowRules(House house) {

    Stream<HouseRule> all() {
        return Stream.of(
                rowsArePackagePrivate(),
                rowsAreNamedRow(),
                rowsHaveNoPublicSetters(),
                onlyPersistenceKnowsJpa(),
                rowsAreNeverChangedInBulk(),
                rowsAreNeverMerged(),
                rowsHoldNoCollectionOfRecords());
    }

    private HouseRule rowsArePackagePrivate() {
        return seenRedBy(
                "PublicRow",
                classes()
                        .that()
                        .areAnnotatedWith(Entity.class)
                        .or()
                        .areAnnotatedWith(MappedSuperclass.class)
                        .should()
                        .bePackagePrivate()
                        .as("rows are package-private")
                        .because("the domain is what others know; a row is how it is stored"));
    }

    private HouseRule rowsAreNamedRow() {
        return seenRedBy(
                "IncidentTable",
                classes()
                        .that()
                        .areAnnotatedWith(Entity.class)
                        .should()
                        .haveSimpleNameEndingWith("Row")
                        .as("rows end in Row")
                        .because("nobody mistakes one for the incident itself"));
    }

    private HouseRule rowsHaveNoPublicSetters() {
        return seenRedBy(
                "SettableRow",
                methods()
                        .that()
                        .areDeclaredInClassesThat()
                        .areAnnotatedWith(Entity.class)
                        .and()
                        .haveNameMatching("set[A-Z].*")
                        .should()
                        .notBePublic()
                        .as("rows have no public setters")
                        .because("a row copies a whole state from the domain, or nothing")
                        .allowEmptyShould(true));
    }

    private HouseRule onlyPersistenceKnowsJpa() {
        return seenRedBy(
                "JobReadsRows",
                noClasses()
                        .that()
                        .resideInAPackage(house.base() + "..")
                        .and()
                        .resideOutsideOfPackage(house.in("infra", "persistence"))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("jakarta.persistence..", "org.hibernate..")
                        .as("only persistence knows JPA, Hibernate and Envers")
                        .because("everybody else meets repositories and the revision log"));
    }

    private HouseRule rowsAreNeverChangedInBulk() {
        return seenRedBy(
                "BulkUpdate",
                noClasses()
                        .that()
                        .resideInAPackage(house.base() + "..")
                        .should()
                        .accessTargetWhere(
                                target(
                                        "it changes rows in bulk",
                                        Set.of("executeUpdate", "createMutationQuery")))
                        .as("rows are never changed in bulk")
                        .because("a bulk update leaves no revision at all"));
    }

    private HouseRule rowsAreNeverMerged() {
        return seenRedBy(
                "MergedRow",
                noClasses()
                        .that()
                        .resideInAPackage(house.base() + "..")
                        .should()
                        .accessTargetWhere(target("it merges a row", Set.of("merge")))
                        .as("rows are never merged")
                        .because("a merge of equal values moves the version: false conflicts"));
    }

    private static DescribedPredicate<JavaAccess<?>> target(String what, Set<String> names) {
        return DescribedPredicate.describe(
                what,
                access ->
                        names.contains(access.getName())
                                && access.getTargetOwner()
                                        .getPackageName()
                                        .matches("(jakarta\\.persistence|org\\.hibernate).*"));
    }

    private HouseRule rowsHoldNoCollectionOfRecords() {
        return seenRedBy(
                "RecordsRow",
                noFields()
                        .that()
                        .areAnnotatedWith(ElementCollection.class)
                        .should()
                        .beDeclaredInClassesThat(HOLD_RECORDS)
                        .as("rows hold no collection of records")
                        .because("Envers cannot read their history: it wants an empty constructor")
                        .allowEmptyShould(true));
    }

    private static final DescribedPredicate<JavaClass> HOLD_RECORDS =
            DescribedPredicate.describe(
                    "hold a collection of records",
                    row ->
                            row.getFields().stream()
                                    .filter(f -> f.isAnnotatedWith(ElementCollection.class))
                                    .map(JavaField::getType)
                                    .map(JavaType::getAllInvolvedRawTypes)
                                    .anyMatch(t -> t.stream().anyMatch(JavaClass::isRecord)));
}
