package dev.cordon.infra.http;

import dev.cordon.infra.bootstrap.CordonServer;
import dev.cordon.infra.database.OwnerConnection;
import dev.cordon.infra.database.TestDatabase;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestConstructor;

/**
 * The whole program on PostgreSQL, asked over real HTTP; its jobs are kept and not run. The team is
 * the test's own; Keycloak is named and never asked.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = CordonServer.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "cordon.oidc.issuer=http://127.0.0.1:1/realms/cordon",
            "cordon.oidc.client-secret=unused",
            "cordon.oidc.directory-secret=unused",
            "cordon.stores.loopback=true",
            "cordon.report-form.enabled=true",
            "cordon.webhooks.loopback=true",
            "cordon.address=https://cordon.example",
            "cordon.sensors.every=1d",
            "db-scheduler.enabled=false"
        })
@ActiveProfiles("run")
@ContextConfiguration(
        initializers = {
            TestDatabase.class,
            PayPalDoors.Root.class,
            SyslogDoors.class,
            FollowedFiles.class,
            CountriesFile.class,
            MailDoor.class
        })
@Import({
    Team.class,
    Tokens.class,
    Api.class,
    Shop.class,
    TestClock.class,
    OwnerConnection.class,
    PayPalDoors.class,
    Payments.class
})
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
@interface ApiTest {}
