package dev.cordon.application.store;

import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.domain.people.Permission;
import dev.cordon.domain.store.HostKey;
import dev.cordon.domain.store.StoreAnswer;

/**
 * Asks a host which key it shows now, so that a person can compare it. Nothing is sent to it, and
 * nothing is believed by that alone.
 */
@StreamingUseCase
public class AskHostKey {

    public record Command(String host, int port) {}

    private final StoreShell shell;

    AskHostKey(StoreShell shell) {
        this.shell = shell;
    }

    @Requires(Permission.STORE_MANAGE)
    public StoreAnswer<HostKey> ask(Command command) {
        return shell.hostKey(command.host().strip(), command.port());
    }
}
