package dev.cordon.infra.bootstrap;

import dev.cordon.infra.bootstrap.demo.DemoFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Everything embedded: database, users, a stand-in store, a local mailbox, a replayed attack. */
@Command(name = "demo", description = "Shows the console with a replayed attack; needs nothing.")
final class DemoCommand implements Callable<Integer> {

    @Option(names = "--fresh", description = "Throws the last demonstration's data away first.")
    private boolean fresh;

    @Unmatched private List<String> settings = new ArrayList<>();

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (fresh) {
            var refusal = DemoFolder.clear(dataFolder());
            if (refusal.isPresent()) {
                spec.commandLine().getErr().println("cordon: " + refusal.get());
                return 1;
            }
        }
        DemoFolder.mark(dataFolder());
        CordonServer.start("demo", settings);
        return 0;
    }

    /**
     * As the program itself finds it: a setting on the command line, the environment, the usual.
     */
    private Path dataFolder() {
        var named =
                settings.stream()
                        .filter(setting -> setting.startsWith("--cordon.data="))
                        .map(setting -> setting.substring(setting.indexOf('=') + 1))
                        .findFirst()
                        .or(() -> Optional.ofNullable(System.getenv("CORDON_DATA")));
        return Path.of(named.orElse("cordon-data")).toAbsolutePath().normalize();
    }
}
