package dev.cordon.infra.bootstrap;

import dev.cordon.infra.detection.SealedLogFiles;
import java.util.List;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Profile;

/**
 * As much of the server as it takes to wrap keys anew: database, keys, vault; no doors, no jobs.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@Profile("rotate-key")
@ComponentScan({"dev.cordon.infra.database", "dev.cordon.infra.crypto", "dev.cordon.infra.vault"})
@Import({SystemTime.class, SealedLogFiles.class})
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class
})
class RotateKeyProgram {

    /** What it calls itself at the database, to be told from programs that run. */
    static final String SESSION = "cordon rotate-key";

    static ConfigurableApplicationContext start(List<String> settings) {
        return new SpringApplicationBuilder(RotateKeyProgram.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .profiles("run", "rotate-key")
                .lazyInitialization(true)
                .logStartupInfo(false)
                .properties("logging.level.root=warn", "cordon.database.session=" + SESSION)
                .run(settings.toArray(String[]::new));
    }
}
