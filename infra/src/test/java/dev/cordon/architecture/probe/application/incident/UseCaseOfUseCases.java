package dev.cordon.architecture.probe.application.incident;

import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.domain.people.Permission;

@UseCase
public class UseCaseOfUseCases {

    private final UnguardedUseCase other;

    UseCaseOfUseCases(UnguardedUseCase other) {
        this.other = other;
    }

    @Requires(Permission.INCIDENT_RESPOND)
    public void close() {
        other.close();
    }
}
