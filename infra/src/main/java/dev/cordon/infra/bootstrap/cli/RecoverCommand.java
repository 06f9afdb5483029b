package dev.cordon.infra.bootstrap.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cordon.infra.crypto.RecoveryKey;
import dev.cordon.infra.crypto.RecoveryText;
import dev.cordon.infra.vault.EvidenceRecovery;
import dev.cordon.infra.vault.EvidenceRecovery.Outcome;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Gives all evidence back with the printed recovery key. Needs no server, no database and no master
 * key.
 */
@Command(
        name = "recover",
        description = {
            "Gives all evidence of a vault back in clear, with the printed recovery key.",
            "The key is asked for on standard input; it may be piped there, and has no option."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:all content was given back, or had been before",
            "1:some could not be given back; each is named, the others are there",
            "2:what was given is wrong, or could not be read or written",
            "3:the key has a typing error; nothing was done",
            "4:the key is another one than the vault was wrapped for; nothing was given back"
        },
        mixinStandardHelpOptions = true)
public final class RecoverCommand implements Callable<Integer> {

    private static final int IN_PART = 1;
    private static final int UNREADABLE = 2;
    private static final int MISTYPED = 3;
    private static final int WRONG_KEY = 4;

    /** More than any way to type it. */
    private static final int LONGEST = 4096;

    @Option(
            names = "--vault",
            required = true,
            paramLabel = "FOLDER",
            description = "The vault: the folder that holds content and keys.")
    private Path vault = Path.of("");

    @Option(
            names = "--to",
            required = true,
            paramLabel = "FOLDER",
            description = "Where the content goes, as INCIDENT/DIGEST; made if it is missing.")
    private Path to = Path.of("");

    @Spec private CommandSpec spec;

    private final InputStream in;

    public RecoverCommand() {
        this(System.in);
    }

    RecoverCommand(InputStream in) {
        this.in = in;
    }

    @Override
    public Integer call() throws IOException {
        RecoveryKey key;
        try {
            key = RecoveryKey.of(typed(System.console()));
        } catch (RecoveryText.Mistyped e) {
            notice(String.valueOf(e.getMessage()));
            return MISTYPED;
        }
        var recovery = new EvidenceRecovery(vault, to, key);
        if (!recovery.hasKeys()) {
            notice(vault + " is no vault: it has no folders content and keys.");
            return UNREADABLE;
        }
        var counts = new EnumMap<Outcome, Integer>(Outcome.class);
        try {
            recovery.run((name, outcome, why) -> tell(name, outcome, why, counts));
        } catch (IOException e) {
            notice("stopped: " + e.getMessage() + ". Call it again; it goes on from there.");
            return UNREADABLE;
        }
        return summary(counts);
    }

    /** A person's terminal does not show it. */
    private String typed(@Nullable Console console) throws IOException {
        if (console != null && console.isTerminal()) {
            err().println("Type the recovery key in one line, group by group; it is not shown:");
            err().flush();
            var typed = console.readPassword();
            return typed == null ? "" : new String(typed);
        }
        return new String(in.readNBytes(LONGEST), UTF_8);
    }

    private void tell(String name, Outcome outcome, String why, Map<Outcome, Integer> counts) {
        counts.merge(outcome, 1, Integer::sum);
        if (outcome == Outcome.RECOVERED) {
            spec.commandLine().getOut().println(name);
        } else if (!why.isEmpty()) {
            notice("%s was not given back: %s".formatted(name, why));
        }
    }

    private int summary(Map<Outcome, Integer> counts) {
        int given =
                counts.getOrDefault(Outcome.RECOVERED, 0)
                        + counts.getOrDefault(Outcome.THERE_BEFORE, 0);
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        notice("%d of %d contents are in %s.".formatted(given, all, to));
        spec.commandLine().getOut().flush();
        if (given == all) {
            return 0;
        }
        if (given == 0 && counts.containsKey(Outcome.OF_ANOTHER_KEY)) {
            notice("This is not the recovery key of this vault. Nothing was given back.");
            return WRONG_KEY;
        }
        return IN_PART;
    }

    private void notice(String sentence) {
        err().println("cordon recover: " + sentence.replaceAll("\\p{Cntrl}", "?"));
        err().flush();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
