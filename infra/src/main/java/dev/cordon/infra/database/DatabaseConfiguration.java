package dev.cordon.infra.database;

import com.zaxxer.hikari.HikariDataSource;
import dev.cordon.infra.folder.DataFolder;
import java.time.Duration;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires the server, the pool under the runtime role, and migration under the owner. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({DatabaseSettings.class, DataFolder.class})
class DatabaseConfiguration {

    /** How the migrations name the role that the program runs under. */
    static final String RUNTIME_PLACEHOLDER = "runtime";

    /** What a program that runs calls itself at the server. */
    static final String PROGRAM = "cordon";

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Bean
    DatabaseServer databaseServer(DatabaseSettings settings, DataFolder folder) {
        return settings.isEmbedded()
                ? DatabaseServer.of(
                        EmbeddedServer.start(
                                folder.folder("postgresql"),
                                folder.folder("postgresql-programs"),
                                EmbeddedServer.DURABLE))
                : DatabaseServer.external(settings.external());
    }

    /** A stopped server gives an error within seconds; once it is back the pool goes on. */
    @Bean
    HikariDataSource dataSource(
            DatabaseServer server,
            @Value("${cordon.database.session:" + PROGRAM + "}") String session) {
        var access = server.access();
        var pool = new HikariDataSource();
        pool.setPoolName("cordon");
        pool.setJdbcUrl(access.url());
        pool.setUsername(access.runtime().user());
        pool.setPassword(access.runtime().password());
        pool.setMaximumPoolSize(16);
        pool.setMinimumIdle(2);
        pool.setConnectionTimeout(PATIENCE.toMillis());
        pool.setValidationTimeout(Duration.ofSeconds(2).toMillis());
        pool.setKeepaliveTime(Duration.ofMinutes(1).toMillis());
        pool.setMaxLifetime(Duration.ofMinutes(20).toMillis());
        driverLimits().forEach(pool::addDataSourceProperty);
        pool.addDataSourceProperty("ApplicationName", session);
        return pool;
    }

    private static Map<String, String> driverLimits() {
        return Map.of(
                "connectTimeout", "3",
                "loginTimeout", "5",
                "socketTimeout", "60",
                "tcpKeepAlive", "true",
                "reWriteBatchedInserts", "true",
                "options",
                        "-c statement_timeout=30s -c lock_timeout=10s"
                                + " -c idle_in_transaction_session_timeout=60s");
    }

    @Bean
    @Lazy
    OtherPrograms otherPrograms(JdbcClient jdbc) {
        return new OtherPrograms(jdbc);
    }

    @Bean
    FlywayConfigurationCustomizer migrateAsOwner(DatabaseServer server) {
        var access = server.access();
        return flyway ->
                flyway.dataSource(access.url(), access.owner().user(), access.owner().password())
                        .placeholders(Map.of(RUNTIME_PLACEHOLDER, access.runtime().user()));
    }

    @Bean
    FlywayMigrationStrategy migrateThenCheckRole(DatabaseServer server) {
        return flyway -> {
            flyway.migrate();
            RuntimeRole.check(server.access());
        };
    }
}
