package dev.cordon.domain.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RoleTest {

    private static final StoreId FJORD = new StoreId(new UUID(0, 1));
    private static final StoreId HAUS = new StoreId(new UUID(0, 2));

    @Test
    void anAuditorMayChangeNothing() {
        var changing = Role.AUDITOR.permissions().stream().filter(Permission::changes);

        assertThat(changing).isEmpty();
    }

    @Test
    void everybodyMayReadIncidents() {
        var roles = Role.permitting(Permission.INCIDENT_READ);

        assertThat(roles).containsExactlyInAnyOrder(Role.values());
    }

    @Test
    void onlyApproverAndPrivacyOfficerApproveNotices() {
        var roles = Role.permitting(Permission.CAMPAIGN_APPROVE);

        assertThat(roles)
                .containsExactlyInAnyOrder(Role.COMMUNICATIONS_APPROVER, Role.PRIVACY_OFFICER);
    }

    @Test
    void aForeignRoleNameIsNoRole() {
        assertThat(Role.of("offline_access")).isEmpty();
        assertThat(Role.of("incident-commander")).contains(Role.INCIDENT_COMMANDER);
    }

    @Test
    void aRoleForOneStoreReachesNoOther() {
        var access = Access.of(List.of(only(Role.RESPONDER, FJORD)));

        assertThat(access.scope(Permission.INCIDENT_RESPOND).covers(FJORD)).isTrue();
        assertThat(access.scope(Permission.INCIDENT_RESPOND).covers(HAUS)).isFalse();
    }

    @Test
    void grantsAddUpPerPermission() {
        var access =
                Access.of(
                        List.of(
                                only(Role.RESPONDER, FJORD),
                                new Grant(Role.AUDITOR, StoreScope.ALL)));

        assertThat(access.scope(Permission.INCIDENT_READ)).isEqualTo(StoreScope.ALL);
        assertThat(access.scope(Permission.INCIDENT_RESPOND).covers(HAUS)).isFalse();
    }

    @Test
    void aTokenNarrowsAndNeverWidens() {
        var owner = Access.of(List.of(only(Role.RESPONDER, FJORD)));

        var token =
                owner.limitedTo(
                        Set.of(Permission.INCIDENT_READ, Permission.AUDIT_READ), StoreScope.ALL);

        assertThat(token.may(Permission.INCIDENT_READ)).isTrue();
        assertThat(token.scope(Permission.INCIDENT_READ).covers(HAUS)).isFalse();
        assertThat(token.may(Permission.INCIDENT_RESPOND)).isFalse();
        assertThat(token.may(Permission.AUDIT_READ)).isFalse();
    }

    @Test
    void somebodyWhoLeftMayNothing() {
        var gone =
                new Person(
                        "rita",
                        "Rita",
                        "",
                        false,
                        List.of(new Grant(Role.RESPONDER, StoreScope.ALL)));

        assertThat(gone.access()).isEqualTo(Access.NONE);
    }

    private static Grant only(Role role, StoreId store) {
        return new Grant(role, new StoreScope.Only(Set.of(store)));
    }
}
