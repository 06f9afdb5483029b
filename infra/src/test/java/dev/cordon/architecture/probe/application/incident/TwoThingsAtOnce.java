package dev.cordon.architecture.probe.application.incident;

import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.domain.people.Permission;

@UseCase
public class TwoThingsAtOnce {

    public TwoThingsAtOnce() {}

    @Requires(Permission.INCIDENT_RESPOND)
    public void open() {}

    @Requires(Permission.INCIDENT_RESPOND)
    public void close() {}
}
