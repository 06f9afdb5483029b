package dev.cordon.infra.bootstrap;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

/** The program for real: its own or an external PostgreSQL, Keycloak, mail. */
@Command(name = "run", description = "Runs Cordon for real.")
final class RunCommand implements Runnable {

    @Unmatched private List<String> settings = new ArrayList<>();

    @Override
    public void run() {
        CordonServer.start("run", settings);
    }
}
