package dev.cordon.infra.detection;

import dev.cordon.domain.detection.intake.PaymentSecret.PaymentSecretAdded;
import dev.cordon.domain.detection.intake.PaymentSecret.PaymentSecretRemoved;
import dev.cordon.domain.detection.intake.SensorDoor.SensorDoorSet;
import dev.cordon.domain.detection.intake.SourceLimit.SourceLimited;
import dev.cordon.domain.detection.intake.SourceToken.SourceTokenIssued;
import dev.cordon.domain.detection.intake.SourceToken.SourceTokenRevoked;
import dev.cordon.domain.detection.log.LogSource.LogSourceAdded;
import dev.cordon.domain.kernel.DomainEvent;
import dev.cordon.infra.persistence.Consequence;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Lets the directory know of a change right after its commit, before whoever asked is answered. */
final class DirectoryChanges implements Consequence {

    private final FolderSourceDirectory directory;

    DirectoryChanges(FolderSourceDirectory directory) {
        this.directory = directory;
    }

    @Override
    public void of(DomainEvent fact) {
        switch (fact) {
            case LogSourceAdded added -> afterCommit(() -> directory.put(added.source()));
            case SourceTokenIssued issued -> afterCommit(() -> directory.put(issued.token()));
            case SourceTokenRevoked revoked -> afterCommit(() -> directory.put(revoked.token()));
            case SourceLimited limited -> afterCommit(() -> directory.put(limited.limit()));
            case PaymentSecretAdded added -> afterCommit(() -> directory.put(added.secret()));
            case PaymentSecretRemoved gone -> afterCommit(() -> directory.put(gone.secret()));
            case SensorDoorSet set -> afterCommit(() -> directory.put(set.door()));
            default -> {
                // The doors need not know.
            }
        }
    }

    private static void afterCommit(Runnable change) {
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        change.run();
                    }
                });
    }
}
