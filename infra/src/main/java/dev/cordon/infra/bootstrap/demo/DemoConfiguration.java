package dev.cordon.infra.bootstrap.demo;

import dev.cordon.infra.folder.DataFolder;
import java.time.InstantSource;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** What the demonstration has beside the program: a store to look after, and trouble there. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
@EnableConfigurationProperties(ReplaySettings.class)
class DemoConfiguration {

    private static final String FOLDER = "demo";

    @Bean
    Replays replays(DataFolder data) {
        return Replays.of(RecordedAttack.load(), data.folder(FOLDER).resolve("replays"));
    }

    @Bean
    StandInStore standInStore(DataFolder data, Replays replays, InstantSource clock) {
        return StandInStore.openAgain(
                data.folder(FOLDER).resolve("port"), new StandInRecords(replays, clock));
    }

    /** Before the console is up: who comes first finds the store there. */
    @Bean
    ApplicationRunner demoDataAtStart(DemoData data, StandInStore store) {
        return _ -> data.prepare(store.url());
    }
}
