package dev.cordon.infra.bootstrap.demo;

import dev.cordon.infra.folder.DataFolder;
import java.time.InstantSource;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** What the demonstration has beside the program: a store to look after, and trouble there. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoConfiguration {

    private static final String FOLDER = "demo";

    @Bean
    RecordedAttack recordedAttack() {
        return RecordedAttack.load();
    }

    @Bean
    Replays replays(DataFolder data) {
        return Replays.keptIn(data.folder(FOLDER).resolve("replays"));
    }

    @Bean
    StandInStore standInStore(
            DataFolder data, RecordedAttack attack, Replays replays, InstantSource clock) {
        return StandInStore.openAgain(
                data.folder(FOLDER).resolve("port"), new StandInRecords(attack, replays, clock));
    }

    /** Before the console is up: who comes first finds the store there. */
    @Bean
    ApplicationRunner demoDataAtStart(DemoData data, StandInStore store) {
        return _ -> data.prepare(store.url());
    }
}
