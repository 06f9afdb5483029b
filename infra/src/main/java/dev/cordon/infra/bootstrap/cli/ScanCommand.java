package dev.cordon.infra.bootstrap.cli;

import dev.cordon.domain.detection.engine.DetectionEngine;
import dev.cordon.domain.detection.engine.DetectionSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Searches log files for attacks, with the rules that watch a store's live logs. Needs no server.
 * The files are read in the order of their first lines, as parts of one log.
 */
@Command(
        name = "scan",
        description = {
            "Reads access logs (combined format, also gzipped) and prints the alerts they hold.",
            "Alerts go to standard output, everything else to standard error."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:every file was read", "2:a file could not be read"},
        mixinStandardHelpOptions = true)
public final class ScanCommand implements Callable<Integer> {

    private static final int UNREADABLE = 2;
    private static final int PIECE = 1024 * 1024;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "Access logs; - is standard input.")
    private List<String> files = List.of();

    @Option(names = "--json", description = "One JSON object for each alert, one a line, in UTC.")
    private boolean json;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "Zone to tell times in, such as Europe/Berlin; UTC if not given.")
    private ZoneId zone = ZoneOffset.UTC;

    @Option(
            names = "--store",
            paramLabel = "NAME",
            defaultValue = "",
            description = "The store's name, to be repeated with each alert.")
    private String store = "";

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        try {
            return scan(inOrder());
        } catch (LogFile.Unreadable unreadable) {
            return refuse(unreadable);
        }
    }

    private int scan(List<LogFile> logs) {
        var engine = new DetectionEngine(DetectionSettings.DEFAULTS, System.nanoTime());
        try {
            read(logs, engine);
            tell(engine);
            return 0;
        } catch (LogFile.Unreadable unreadable) {
            tell(engine);
            return refuse(unreadable);
        }
    }

    private int refuse(LogFile.Unreadable unreadable) {
        err().println("cordon scan: " + unreadable.getMessage() + ".");
        return UNREADABLE;
    }

    private List<LogFile> inOrder() throws LogFile.Unreadable {
        var logs = new ArrayList<LogFile>();
        for (var name : files) {
            logs.add(LogFile.of(name));
        }
        logs.sort(
                Comparator.comparing(
                        LogFile::begin, Comparator.nullsLast(Comparator.naturalOrder())));
        return logs;
    }

    private void read(List<LogFile> logs, DetectionEngine engine) throws LogFile.Unreadable {
        for (var log : logs) {
            var now = believed(log);
            var piece = new byte[PIECE];
            try (var in = log.open()) {
                for (int got = in.read(piece); got >= 0; got = in.read(piece)) {
                    engine.feed(piece, 0, got, now);
                }
            } catch (IOException e) {
                engine.endOfBatch();
                throw new LogFile.Unreadable(
                        log + " cannot be read to its end: " + LogFile.reason(e));
            }
            engine.endOfBatch();
        }
    }

    /** Until when times are believed. An old log is compared with no clock but its own. */
    private Instant believed(LogFile log) {
        var now = Instant.now();
        var begin = log.begin();
        if (begin == null || !begin.isAfter(now)) {
            return now;
        }
        err().println(
                        "cordon scan: "
                                + log
                                + " begins after this machine's time; its times are taken as they are.");
        return LogFile.FAR_FUTURE;
    }

    private void tell(DetectionEngine engine) {
        var out = spec.commandLine().getOut();
        if (json) {
            engine.news().forEach(finding -> out.println(FindingJson.of(store, finding)));
        } else {
            new FindingText(zone, store, out).print(engine.news());
        }
        out.flush();
        CountsText.print(engine.counts(), err());
        err().flush();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
