package dev.cordon.infra.bootstrap;

import dev.cordon.infra.crypto.KeyRotation;
import dev.cordon.infra.crypto.KeyRotation.Counts;
import dev.cordon.infra.crypto.SealBroken;
import dev.cordon.infra.database.OtherPrograms;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Puts a new master key in the place of the one before, while Cordon does not run. */
@Command(
        name = "rotate-key",
        description = {
            "Makes a new encryption key, wraps everything by it, and removes the earlier one.",
            "Cordon must not run. Broken off, it goes on when called again."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:everything is wrapped by the new key",
            "1:something does not open; it is named, and the earlier key stays in the file",
            "2:nothing was done, or it broke off; all opens, and it can be called again"
        },
        exitCodeOnExecutionException = RotateKeyCommand.NOT_DONE,
        mixinStandardHelpOptions = true)
final class RotateKeyCommand implements Callable<Integer> {

    private static final int STEP = 1000;
    private static final int STILL_NEEDED = 1;
    static final int NOT_DONE = 2;

    @Option(
            names = "--keep-earlier",
            description =
                    "Leaves the earlier key in the file: other machines with the same key follow.")
    private boolean keep;

    @Unmatched private List<String> settings = new ArrayList<>();

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        try (var program = RotateKeyProgram.start(settings)) {
            int others = program.getBean(OtherPrograms.class).connections();
            if (others > 0) {
                notice(
                        "Cordon runs on this database (%d connections). Nothing was changed. Stop it"
                                        .formatted(others)
                                + " everywhere, and call this again.");
                return NOT_DONE;
            }
            return said(program.getBean(KeyRotation.class).run(keep, new Told()));
        } catch (IOException | RuntimeException e) {
            notice("broke off: " + cause(e) + " Call it again; it goes on from there.");
            return NOT_DONE;
        }
    }

    /** What is at the bottom: the program that starts wraps it in words of its own. */
    private static String cause(Throwable failure) {
        var deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        var message = deepest.getMessage();
        var said = message == null ? deepest.getClass().getSimpleName() : message.strip();
        return said.endsWith(".") ? said : said + ".";
    }

    private int said(KeyRotation.Outcome outcome) {
        switch (outcome) {
            case REMOVED -> notice("The earlier key is removed. Back the key file up now.");
            case KEPT ->
                    notice(
                            "The earlier key stays in the file. Copy the file to the other machines, call"
                                    + " this there, and then here again without --keep-earlier.");
            case STILL_NEEDED -> {
                notice(
                        "Not everything opens. The earlier key stays in the file, and everything else"
                                + " works. Put back what was named from your backup, or dispose of it, and"
                                + " call this again.");
                return STILL_NEEDED;
            }
        }
        return 0;
    }

    /** Tells people how it goes. */
    private final class Told implements KeyRotation.Progress {

        private int wrapped;

        @Override
        public void begun(boolean anew) {
            notice(anew ? "made a new key" : "goes on with the new key that was made before");
        }

        @Override
        public void wrapping(String what, String name) {
            if (++wrapped % STEP == 0) {
                notice("%s: %d wrapped anew".formatted(what, wrapped));
            }
        }

        @Override
        public void broken(String what, String name, SealBroken why) {
            notice("%s does not open and stays as it is".formatted(name));
        }

        @Override
        public void done(String what, Counts counts) {
            notice(
                    "%s: %d are wrapped by the new key, %d do not open"
                            .formatted(what, counts.current(), counts.broken()));
            wrapped = 0;
        }
    }

    private void notice(String sentence) {
        err().println("cordon rotate-key: " + sentence.replaceAll("\\p{Cntrl}", "?"));
        err().flush();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
