package dev.cordon.infra.notification;

import com.github.kagkarlsson.scheduler.boot.autoconfigure.DbSchedulerAutoConfiguration;
import dev.cordon.application.evidence.FakeStoreSources;
import dev.cordon.application.evidence.StoreSources;
import dev.cordon.application.notification.MessageChannel;
import dev.cordon.application.notification.WebhookSender;
import dev.cordon.application.people.PeopleDirectory;
import dev.cordon.application.store.FakeStoreGateway;
import dev.cordon.application.store.FakeStoreWebhooks;
import dev.cordon.application.store.FileLister;
import dev.cordon.application.store.FilePages;
import dev.cordon.application.store.InventoryReader;
import dev.cordon.application.store.MirrorAddress;
import dev.cordon.application.store.PageVisitor;
import dev.cordon.application.store.PublishedChecksums;
import dev.cordon.application.store.StoreGateway;
import dev.cordon.application.store.StoreWebhooks;
import dev.cordon.application.store.VulnerabilityFeed;
import dev.cordon.domain.people.Person;
import dev.cordon.notify.notification.SmtpChannel;
import dev.cordon.notify.notification.SmtpSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.aop.AopAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/** What it takes to send notices: use cases behind their permissions, database, jobs, SMTP. */
@TestConfiguration(proxyBeanMethods = false)
@EntityScan("dev.cordon.infra.persistence")
@ComponentScan(
        basePackages = {
            "dev.cordon.application.breach",
            "dev.cordon.application.detection",
            "dev.cordon.application.evidence",
            "dev.cordon.application.notification",
            "dev.cordon.notify",
            "dev.cordon.infra.breach",
            "dev.cordon.infra.crypto",
            "dev.cordon.infra.database",
            "dev.cordon.infra.detection",
            "dev.cordon.infra.intake.payment",
            "dev.cordon.infra.jobs",
            "dev.cordon.infra.kernel",
            "dev.cordon.infra.pack",
            "dev.cordon.infra.persistence",
            "dev.cordon.infra.timestamp",
            "dev.cordon.infra.vault"
        },
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern =
                                ".*(Test|IT|TestConfiguration|RowsAndHistory|StoredEvidence)|.*WatchingProgram.*|.*DoorsWithoutDatabaseIT.*"))
@ComponentScan(
        basePackages = "dev.cordon.application.store",
        useDefaultFilters = false,
        includeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern =
                                ".*\\.(MirrorStore|KeepMirrorWebhooks|VisitPaymentPage|PageWatchQueries|LookingThrough|WatchInventories|InventoryJudge|TakeManifest|TakeManifestByPages|FilesSeen|BearingOutUpdates|WatchVulnerabilities)"))
@ComponentScan(
        basePackages = "dev.cordon.infra.security",
        useDefaultFilters = false,
        includeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern =
                                ".*\\.(UseCaseSecurity|CurrentCaller|CallersChange|Identities|Grants)"))
@ImportAutoConfiguration({
    AopAutoConfiguration.class,
    DataSourceAutoConfiguration.class,
    DbSchedulerAutoConfiguration.class,
    HibernateJpaAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    TransactionAutoConfiguration.class
})
@Import(ApprovedNotice.class)
public class SendingProgram {

    @Bean
    InstantSource clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
    }

    @Bean
    StoreSources storeSources() {
        return new FakeStoreSources();
    }

    @Bean
    StoreGateway storeGateway() {
        return new FakeStoreGateway();
    }

    @Bean
    StoreWebhooks storeWebhooks() {
        return new FakeStoreWebhooks();
    }

    @Bean
    MirrorAddress mirrorAddress() {
        return store -> "https://cordon.example/" + store;
    }

    /** Nothing is known to be vulnerable here. */
    @Bean
    VulnerabilityFeed vulnerabilityFeed() {
        return _ -> new VulnerabilityFeed.Read(null, 0, null);
    }

    /** No file is listed here. */
    @Bean
    FileLister fileLister() {
        return (_, _, _) -> {
            throw new UnsupportedOperationException();
        };
    }

    /** No sensor is asked here. */
    @Bean
    FilePages filePages() {
        return (_, _) -> {
            throw new UnsupportedOperationException();
        };
    }

    /** No checksums are compared here. */
    @Bean
    PublishedChecksums publishedChecksums() {
        return (_, _, _) -> {
            throw new UnsupportedOperationException();
        };
    }

    /** No store is looked through here. */
    @Bean
    InventoryReader inventoryReader() {
        return _ -> {
            throw new UnsupportedOperationException();
        };
    }

    /** No page is visited here. */
    @Bean
    PageVisitor pageVisitor() {
        return (_, _) -> {
            throw new UnsupportedOperationException();
        };
    }

    @Bean
    MessageChannel mailChannel(@Value("${test.smtp.port}") int port, InstantSource clock) {
        return new SmtpChannel(smtp(port), clock);
    }

    /** Nobody is asked for here. */
    @Bean
    PeopleDirectory people() {
        return new PeopleDirectory() {
            @Override
            public List<Person> people() {
                return List.of();
            }

            @Override
            public Optional<Person> find(String username) {
                return Optional.empty();
            }
        };
    }

    /** No webhook is made here. */
    @Bean
    WebhookSender webhookSender() {
        return (_, _, _, _) -> {
            throw new UnsupportedOperationException();
        };
    }

    /** The way to a server of the test, on this machine. */
    public static SmtpSettings smtp(int port) {
        return new SmtpSettings(
                "127.0.0.1",
                port,
                SmtpSettings.Security.NONE,
                "",
                "",
                "notices@shop.example",
                Duration.ofSeconds(5),
                Duration.ofSeconds(60),
                Duration.ofSeconds(60),
                false);
    }
}
