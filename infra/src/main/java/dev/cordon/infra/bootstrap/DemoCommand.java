package dev.cordon.infra.bootstrap;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** Everything embedded: database, users, a stand-in store, a local mailbox, a replayed attack. */
@Command(name = "demo", description = "Shows the console with a replayed attack; needs nothing.")
final class DemoCommand implements Runnable {

    @Unmatched private List<String> settings = List.of();

    @Override
    public void run() {
        CordonServer.start("demo", settings);
    }
}
