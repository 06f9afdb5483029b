package dev.cordon.infra.evidence;

import dev.cordon.application.evidence.CustodyChains;
import dev.cordon.application.evidence.EvidenceVault;
import dev.cordon.application.evidence.LastCheckpoint;
import dev.cordon.application.evidence.LedgerSequence;
import dev.cordon.application.evidence.Packages;
import dev.cordon.application.evidence.StoreAcquisitions;
import dev.cordon.application.evidence.Uploads;
import dev.cordon.infra.notification.SendingProgram;
import java.util.Set;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** What it takes to keep evidence, with its own vault and database; jobs run when asked to. */
@TestConfiguration(proxyBeanMethods = false)
@Import({SendingProgram.class, HeldIncidents.class})
class KeepingProgram {

    @Bean
    static StandingStill standingStill() throws ClassNotFoundException {
        return new StandingStill(
                Set.of(
                        EvidenceVault.class,
                        CustodyChains.class,
                        Packages.class,
                        Uploads.class,
                        StoreAcquisitions.class,
                        LedgerSequence.class,
                        LastCheckpoint.class,
                        Class.forName("dev.cordon.infra.vault.KeyShelf")));
    }
}
