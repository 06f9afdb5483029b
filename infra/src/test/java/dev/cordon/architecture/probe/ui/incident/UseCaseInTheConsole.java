package dev.cordon.architecture.probe.ui.incident;

import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.domain.people.Permission;

@UseCase
public class UseCaseInTheConsole {

    UseCaseInTheConsole() {}

    @Requires(Permission.INCIDENT_RESPOND)
    public void close() {}
}
