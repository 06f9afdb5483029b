package dev.cordon.infra.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.Denied;
import dev.cordon.application.people.StoreScopes;
import dev.cordon.application.stereotype.Queries;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.people.AutomationPolicy;
import dev.cordon.domain.people.Permission;
import dev.cordon.domain.people.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.authorization.event.AuthorizationDeniedEvent;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.junit.jupiter.SpringExtension;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;

@ExtendWith(SpringExtension.class)
@ContextConfiguration(classes = UseCaseInterceptorTest.Wiring.class)
class UseCaseInterceptorTest {

    private static final StoreId BERLIN = new StoreId(new UUID(0, 1));

    @Autowired CloseProbe closing;
    @Autowired ProbeQueries queries;
    @Autowired Caller caller;
    @Autowired Journal journal;
    @Autowired Limits limits;

    @BeforeEach
    void startAfresh() {
        journal.entries.clear();
        limits.scope = StoreScope.ALL;
    }

    @AfterEach
    void logOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void whoeverHoldsThePermissionReachesTheBody() {
        logIn("Rita", Role.RESPONDER);

        closing.close();

        assertThat(journal.entries)
                .containsExactly(
                        "begin CloseProbe person:rita",
                        "body CloseProbe person:rita",
                        "commit CloseProbe person:rita");
    }

    @Test
    void whoeverLacksThePermissionIsRefusedBeforeATransactionOpens() {
        logIn("amira", Role.AUDITOR);

        assertThatExceptionOfType(Denied.class)
                .isThrownBy(closing::close)
                .withMessage(
                        "person:amira may not call CloseProbe.close, which needs INCIDENT_RESPOND")
                .satisfies(
                        denied ->
                                assertThat(denied.needed()).isEqualTo(Permission.INCIDENT_RESPOND));

        assertThat(journal.entries).containsExactly("denied person:amira");
    }

    @Test
    void nobodyIsRefused() {
        assertThatExceptionOfType(Denied.class).isThrownBy(closing::close);

        assertThat(journal.entries).containsExactly("denied nobody");
    }

    @Test
    void aMethodWithoutAPermissionIsRefusedToEverybody() {
        logIn("all", Role.values());

        assertThatExceptionOfType(Denied.class).isThrownBy(closing::forgotten);

        assertThat(journal.entries).containsExactly("denied person:all");
    }

    @Test
    void aMethodThatIsNotPublicIsNoWayAround() {
        logIn("all", Role.values());

        assertThatExceptionOfType(Denied.class).isThrownBy(closing::hidden);
    }

    @Test
    void aRoleNameThatIsNotOursGrantsNothing() {
        var stranger = new TestingAuthenticationToken("mallory", "", "ROLE_superuser", "responder");
        SecurityContextHolder.getContext().setAuthentication(stranger);

        assertThatExceptionOfType(Denied.class).isThrownBy(closing::close);
    }

    @Test
    void anAutomationMayWhatItsPolicySaysAndNoMore() {
        CallerContext.runAs(AutomationPolicy.STORE_READER, () -> queries.stores());

        assertThatExceptionOfType(Denied.class)
                .isThrownBy(
                        () -> CallerContext.runAs(AutomationPolicy.STORE_READER, closing::close));
        assertThat(journal.entries)
                .contains(
                        "body ProbeQueries automation:store-reader",
                        "denied automation:store-reader");
    }

    @Test
    void theScopeIsThatOfThePermissionAskedFor() {
        logIn("rita", Role.RESPONDER);
        limits.scope = new StoreScope.Only(Set.of(BERLIN));

        var seen = queries.stores();

        assertThat(seen).isEqualTo(new StoreScope.Only(Set.of(BERLIN)));
    }

    @Test
    void aRoleForNoStoreAtAllIsNoRole() {
        logIn("rita", Role.RESPONDER);
        limits.scope = StoreScope.NONE;

        assertThatExceptionOfType(Denied.class).isThrownBy(queries::stores);
    }

    @Test
    void aQueryInsideAUseCaseKeepsTheUseCasesName() {
        logIn("rita", Role.RESPONDER);

        closing.closeAfterReading();

        assertThat(journal.entries).contains("body CloseProbe person:rita").hasSize(3);
    }

    @Test
    void nothingStaysBoundAfterTheCall() {
        logIn("rita", Role.RESPONDER);

        closing.close();

        assertThat(CallerContext.current()).isEmpty();
        assertThat(caller.actor()).isEqualTo(new Actor.Person("rita"));
        assertThat(caller.may(Permission.INCIDENT_RESPOND)).isTrue();
        assertThat(caller.may(Permission.AUDIT_READ)).isFalse();
    }

    private static void logIn(String name, Role... roles) {
        var authorities = new ArrayList<String>();
        for (var role : roles) {
            authorities.add("ROLE_" + role.id());
        }
        SecurityContextHolder.getContext()
                .setAuthentication(
                        new TestingAuthenticationToken(
                                name, "", authorities.toArray(String[]::new)));
    }

    /** What happened, and as whom, in order. */
    static class Journal {
        final List<String> entries = new ArrayList<>();

        void write(String what) {
            var call = CallerContext.current().orElseThrow();
            entries.add(what + " " + call.useCase() + " " + call.actor().reference());
        }

        @EventListener
        void denied(AuthorizationDeniedEvent<?> event) {
            entries.add("denied " + event.getAuthentication().get().getName());
        }
    }

    /** Every role is held for the same stores. */
    static class Limits implements StoreScopes {
        StoreScope scope = StoreScope.ALL;

        @Override
        public StoreScope of(String username, Role role) {
            return scope;
        }

        @Override
        public void limit(String username, Role role, Set<StoreId> stores) {
            scope = stores.isEmpty() ? StoreScope.ALL : new StoreScope.Only(stores);
        }
    }

    @UseCase
    static class CloseProbe {
        private final Journal journal;
        private final ProbeQueries queries;

        CloseProbe(Journal journal, ProbeQueries queries) {
            this.journal = journal;
            this.queries = queries;
        }

        @Requires(Permission.INCIDENT_RESPOND)
        public void close() {
            journal.write("body");
        }

        @Requires(Permission.INCIDENT_RESPOND)
        public void closeAfterReading() {
            queries.stores();
        }

        public void forgotten() {
            journal.write("body");
        }

        void hidden() {
            journal.write("body");
        }
    }

    @Queries
    static class ProbeQueries {
        private final Journal journal;
        private final Caller caller;

        ProbeQueries(Journal journal, Caller caller) {
            this.journal = journal;
            this.caller = caller;
        }

        @Requires(Permission.STORE_READ)
        public StoreScope stores() {
            journal.write("body");
            return caller.scope();
        }
    }

    /** Begins and commits nothing, and says so. */
    static class NotedTransactions extends AbstractPlatformTransactionManager {
        private final Journal journal;
        private boolean open;

        NotedTransactions(Journal journal) {
            this.journal = journal;
        }

        @Override
        protected Object doGetTransaction() {
            return this;
        }

        @Override
        protected boolean isExistingTransaction(Object transaction) {
            return open;
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {
            open = true;
            journal.write("begin");
        }

        @Override
        protected void doCommit(DefaultTransactionStatus status) {
            open = false;
            journal.write("commit");
        }

        @Override
        protected void doRollback(DefaultTransactionStatus status) {
            open = false;
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableTransactionManagement(proxyTargetClass = true)
    @Import({
        UseCaseSecurity.class,
        Identities.class,
        Grants.class,
        CurrentCaller.class,
        CloseProbe.class,
        ProbeQueries.class
    })
    static class Wiring {
        @Bean
        Journal journal() {
            return new Journal();
        }

        @Bean
        Limits limits() {
            return new Limits();
        }

        @Bean
        NotedTransactions transactions(Journal journal) {
            return new NotedTransactions(journal);
        }
    }
}
