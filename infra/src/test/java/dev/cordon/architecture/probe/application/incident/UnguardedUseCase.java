package dev.cordon.architecture.probe.application.incident;

import dev.cordon.application.stereotype.UseCase;

@UseCase
public class UnguardedUseCase {

    UnguardedUseCase() {}

    public void close() {}
}
