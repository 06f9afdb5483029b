package dev.cordon.infra.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.people.Permission;
import dev.cordon.domain.people.Role;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.ApplicationContext;

/** Evidence leaves by whoever may let it out, and nothing of another store or incident does. */
@ApiTest
class PackageRightsApiIT {

    private final Api api;
    private final Tokens tokens;
    private final Shop shop;
    private final PackageSteps packages;

    PackageRightsApiIT(Api api, Tokens tokens, Shop shop, ApplicationContext program) {
        this.api = api;
        this.tokens = tokens;
        this.shop = shop;
        this.packages = new PackageSteps(program);
    }

    @BeforeEach
    void twoItems() {
        packages.begin();
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"RESPONDER", "COMMUNICATIONS_APPROVER", "AUDITOR", "ADMINISTRATOR"})
    void whoMayNotLetEvidenceOutDoesNot(Role role) {
        var made = packages.made();
        var other = tokens.of("other", role);

        assertThat(
                        api.post(packages.incident + "/packages")
                                .token(other)
                                .key(UUID.randomUUID().toString())
                                .json(PackageSteps.WISH)
                                .send()
                                .status())
                .isEqualTo(403);
        assertThat(api.get(PackageSteps.content(made)).token(other).send().status()).isEqualTo(403);
        assertThat(packages.list(other).json().size()).isEqualTo(1);
    }

    @Test
    void anotherStoresPackagesAreNotThere() {
        var made = packages.made();
        var elsewhere =
                tokens.of(
                                "carla",
                                EnumSet.allOf(Permission.class),
                                new StoreScope.Only(Set.of(shop.open().id())),
                                Role.INCIDENT_COMMANDER)
                        .secret();

        assertThat(packages.list(elsewhere).status()).isEqualTo(404);
        assertThat(api.get(made.header("Location")).token(elsewhere).send().status())
                .isEqualTo(404);
        assertThat(api.get(PackageSteps.content(made)).token(elsewhere).send().status())
                .isEqualTo(404);
        packages.carla = elsewhere;
        assertThat(packages.ask(PackageSteps.WISH).status()).isEqualTo(404);
    }

    @Test
    void anItemOfAnotherIncidentIsNotTaken() {
        var mine = packages.first;
        packages.incident = "/api/v1/incidents/" + shop.incident(shop.open());

        assertThat(packages.ask(PackageSteps.chosen(mine)).status()).isEqualTo(404);
        assertThat(packages.ask(PackageSteps.WISH).status()).isEqualTo(409);
    }

    @Test
    void whatIsDangerousLeavesOnlyByWhoMayTakeItOutPlain() {
        var shell = packages.upload("shell.php", "<?php system($_GET['c']);");
        assertThat(api.get(shell).token(packages.carla).send().text("danger")).isEqualTo("php");
        var made = packages.made();
        var kathrin = tokens.of("kathrin", Role.PRIVACY_OFFICER);

        assertThat(api.get(PackageSteps.content(made)).token(kathrin).send().status())
                .isEqualTo(403);
        packages.carla = kathrin;
        assertThat(packages.ask(PackageSteps.WISH).text("needed")).isEqualTo("EVIDENCE_UNWRAP");
        assertThat(packages.ask(PackageSteps.chosen(packages.second)).status()).isEqualTo(202);
    }
}
