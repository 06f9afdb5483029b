package dev.cordon.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.cordon.application.evidence.StoreSources;
import dev.cordon.application.store.InMemoryStoreCredentials;
import dev.cordon.application.store.StoreGateway;
import dev.cordon.domain.people.AutomationPolicy;
import dev.cordon.domain.store.RestCredential;
import dev.cordon.domain.store.StoreAccess;
import dev.cordon.infra.notification.SendingProgram;
import dev.cordon.infra.security.CallerContext;
import dev.cordon.woocommerce.evidence.ConnectedSources;
import dev.cordon.woocommerce.store.HostWithStore;
import dev.cordon.woocommerce.store.RestSnapshot;
import dev.cordon.woocommerce.store.StoreClientSettings;
import dev.cordon.woocommerce.store.StorePace;
import dev.cordon.woocommerce.store.StoreSetting;
import dev.cordon.woocommerce.store.StoreTurns;
import dev.cordon.woocommerce.store.WooCommerceStoreGateway;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * Reading a store against its limits, {@code [MEBIBYTES [ORDERS]]}, 2048 and 100,000 unless told.
 *
 * <p>A dump streams from a real SSH server of this machine into custody, as an acquisition does it:
 * looked through for card numbers, hashed, encrypted, on the disk, recorded. Held against {@code
 * ssh … cat | openssl dgst -sha256} over the same file, which only hashes it; 0.9 of that is asked
 * for. Then a mirror of many orders is read into PostgreSQL, held against only fetching the same
 * pages; and what it holds in memory at its end against a tenth of the way.
 */
final class StoreBenchmark {

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private StoreBenchmark() {}

    public static void main(String... arguments) throws Exception {
        long mebibytes = arguments.length > 0 ? Long.parseLong(arguments[0]) : 2048;
        int orders = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100_000;
        // Beside the build, since a temporary folder may lie in memory.
        var folder = Files.createTempDirectory(Path.of("").toAbsolutePath(), "store-benchmark");
        try (var host = new HostWithStore(folder);
                var many = new ManyOrders(orders);
                var program = program(folder, host)) {
            new DumpRun(program, host, folder).run(mebibytes);
            new MirrorRun(program).run(many, orders);
            System.out.printf(
                    "load of the machine %.1f on %d processors%n",
                    SYSTEM.getSystemLoadAverage(), SYSTEM.getAvailableProcessors());
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static ConfigurableApplicationContext program(Path folder, HostWithStore host)
            throws IOException {
        var settings = StoreClientSettings.DEFAULT.withLoopback();
        var turns = new StoreTurns(new StorePace(64, 1000), InstantSource.system());
        var credentials = new InMemoryStoreCredentials();
        credentials.put(HostWithStore.SHOP.id(), StoreAccess.with(host.access()));
        credentials.put(
                MirrorRun.MANY,
                StoreAccess.with(
                        new RestCredential.WooKey("ck_" + "0".repeat(40), "cs_" + "0".repeat(40))));
        var clock = InstantSource.system();
        var sources =
                new ConnectedSources(
                        credentials,
                        host.shell(),
                        new RestSnapshot(settings, turns, credentials, clock),
                        clock);
        var gateway =
                WooCommerceStoreGateway.within(
                        settings, turns, credentials, StoreSetting.with(host.shell()), clock);
        var application = new SpringApplication(SendingProgram.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.addInitializers(
                context -> {
                    var beans = (GenericApplicationContext) context;
                    beans.registerBean(Arranging.class);
                    beans.registerBean(
                            "bench sources",
                            StoreSources.class,
                            () -> sources,
                            bean -> bean.setPrimary(true));
                    beans.registerBean(
                            "bench gateway",
                            StoreGateway.class,
                            () -> gateway,
                            bean -> bean.setPrimary(true));
                });
        return application.run(
                "--cordon.data=" + folder.resolve("data"),
                "--test.smtp.port=1",
                "--logging.level.root=warn");
    }

    static double seconds(Callable<?> doing) throws Exception {
        long begun = System.nanoTime();
        doing.call();
        return (System.nanoTime() - begun) / 1e9;
    }

    /** As somebody who may change records. */
    static void arrange(ConfigurableApplicationContext program, Runnable doing) {
        CallerContext.callAs(
                AutomationPolicy.STORE_ACQUISITION,
                () -> program.getBean(Arranging.class).arrange(doing));
    }
}
