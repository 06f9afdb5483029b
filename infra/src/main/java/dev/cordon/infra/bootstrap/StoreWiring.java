package dev.cordon.infra.bootstrap;

import dev.cordon.application.evidence.StoreSources;
import dev.cordon.application.store.FileLister;
import dev.cordon.application.store.FilePages;
import dev.cordon.application.store.InventoryReader;
import dev.cordon.application.store.MirrorAddress;
import dev.cordon.application.store.PageVisitor;
import dev.cordon.application.store.PublishedChecksums;
import dev.cordon.application.store.SensorCommands;
import dev.cordon.application.store.SensorPlugin;
import dev.cordon.application.store.StoreCredentials;
import dev.cordon.application.store.StoreGateway;
import dev.cordon.application.store.StoreShell;
import dev.cordon.application.store.StoreWebhooks;
import dev.cordon.application.store.VulnerabilityFeed;
import dev.cordon.application.store.VulnerabilityFeedFile;
import dev.cordon.infra.folder.DataFolder;
import dev.cordon.infra.http.ApiPaths;
import dev.cordon.woocommerce.evidence.ConnectedSources;
import dev.cordon.woocommerce.store.CheckoutVisitor;
import dev.cordon.woocommerce.store.RestSnapshot;
import dev.cordon.woocommerce.store.ShellChecksums;
import dev.cordon.woocommerce.store.ShellFiles;
import dev.cordon.woocommerce.store.SignedSensorCommands;
import dev.cordon.woocommerce.store.SshStoreShell;
import dev.cordon.woocommerce.store.StoreClientSettings;
import dev.cordon.woocommerce.store.StoreInventory;
import dev.cordon.woocommerce.store.StorePace;
import dev.cordon.woocommerce.store.StoreSetting;
import dev.cordon.woocommerce.store.StoreTurns;
import dev.cordon.woocommerce.store.WooCommerceStoreGateway;
import dev.cordon.woocommerce.store.WooCommerceWebhooks;
import dev.cordon.woocommerce.store.WordfenceFeed;
import dev.cordon.woocommerce.store.ZippedSensorPlugin;
import java.net.URI;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How stores are called. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StoreWiring.StoreSettings.class)
class StoreWiring {

    /**
     * Settings of the calls to stores.
     *
     * @param loopback whether stores on this machine may be called, also over plain http: for the
     *     demonstration and for tests, and a hole anywhere else
     * @param callsAtOnce how many calls to one store run at the same time
     * @param callsPerSecond how many calls to one store begin in a second
     */
    @ConfigurationProperties("cordon.stores")
    record StoreSettings(
            @DefaultValue("false") boolean loopback,
            @DefaultValue("4") int callsAtOnce,
            @DefaultValue("10") int callsPerSecond) {}

    /** One for all that calls stores, so that a pause holds for all. */
    @Bean
    StoreTurns storeTurns(StoreSettings settings, InstantSource clock) {
        return new StoreTurns(
                new StorePace(settings.callsAtOnce(), settings.callsPerSecond()), clock);
    }

    @Bean
    StoreGateway storeGateway(
            StoreSettings settings,
            StoreTurns turns,
            StoreCredentials credentials,
            StoreShell shell,
            InstantSource clock) {
        return WooCommerceStoreGateway.within(
                bounds(settings), turns, credentials, StoreSetting.with(shell), clock);
    }

    @Bean
    SensorCommands sensorCommands(
            StoreSettings settings,
            StoreTurns turns,
            StoreCredentials credentials,
            InstantSource clock) {
        return new SignedSensorCommands(bounds(settings), turns, credentials, clock);
    }

    @Bean
    FilePages filePages(
            StoreSettings settings,
            StoreTurns turns,
            StoreCredentials credentials,
            InstantSource clock) {
        return new SignedSensorCommands(bounds(settings), turns, credentials, clock)::page;
    }

    @Bean
    StoreWebhooks storeWebhooks(
            StoreSettings settings,
            StoreTurns turns,
            StoreCredentials credentials,
            InstantSource clock) {
        return new WooCommerceWebhooks(bounds(settings), turns, credentials, clock);
    }

    @Bean
    MirrorAddress mirrorAddress(@Value("${cordon.address}") URI address) {
        var root = address.toString().replaceFirst("/+$", "");
        return store -> root + ApiPaths.INGEST + "/stores/" + store + "/changed-orders";
    }

    @Bean
    SensorPlugin sensorPlugin(@Value("${cordon.address}") URI address) {
        return new ZippedSensorPlugin(address);
    }

    @Bean
    StoreShell storeShell(StoreSettings settings, StoreCredentials credentials) {
        return new SshStoreShell(bounds(settings), credentials);
    }

    @Bean
    StoreSources storeSources(
            StoreSettings settings,
            StoreTurns turns,
            StoreCredentials credentials,
            StoreShell shell,
            InstantSource clock) {
        var rest = new RestSnapshot(bounds(settings), turns, credentials, clock);
        return new ConnectedSources(credentials, shell, rest, clock);
    }

    @Bean
    PageVisitor pageVisitor(StoreSettings settings, InstantSource clock) {
        return new CheckoutVisitor(bounds(settings), clock);
    }

    /**
     * The operator puts the file there, or sends it; as long as there is none, nothing is known.
     */
    @Bean
    VulnerabilityFeed vulnerabilityFeed(DataFolder data) {
        return new WordfenceFeed(data.file("vulnerabilities.json"))::read;
    }

    @Bean
    VulnerabilityFeedFile vulnerabilityFeedFile(DataFolder data) {
        return new WordfenceFeed(data.file("vulnerabilities.json"))::replace;
    }

    @Bean
    FileLister fileLister(StoreShell shell) {
        return new ShellFiles(shell);
    }

    @Bean
    PublishedChecksums publishedChecksums(StoreShell shell) {
        return new ShellChecksums(shell);
    }

    @Bean
    InventoryReader inventoryReader(
            StoreSettings settings,
            StoreTurns turns,
            StoreCredentials credentials,
            StoreShell shell,
            InstantSource clock) {
        return new StoreInventory(bounds(settings), turns, credentials, shell, clock);
    }

    private static StoreClientSettings bounds(StoreSettings settings) {
        var bounds = StoreClientSettings.DEFAULT;
        return settings.loopback() ? bounds.withLoopback() : bounds;
    }
}
