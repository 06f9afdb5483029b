package dev.cordon.infra.bootstrap.cli;

import dev.cordon.domain.detection.CampaignMerged;
import dev.cordon.domain.detection.engine.DetectionEngine;
import dev.cordon.domain.detection.engine.DetectionSettings;
import dev.cordon.domain.detection.log.IntakeCounts;
import dev.cordon.domain.detection.log.LogFormat;
import dev.cordon.domain.detection.rule.RuleSet;
import dev.cordon.domain.detection.rule.SigmaLoader;
import dev.cordon.infra.detection.RuleFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description = "A folder of further Sigma rules, beside those that come with Cordon.")
    private @Nullable Path rules;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        try {
            return scan(inOrder());
        } catch (LogFile.Unreadable unreadable) {
            return refuse(unreadable);
        }
    }

    private int scan(List<LogFile> logs) throws LogFile.Unreadable {
        var settings = DetectionSettings.DEFAULTS;
        var engine = new DetectionEngine(rules(settings), settings, System.nanoTime());
        var counts = new ArrayList<IntakeCounts>();
        try {
            for (var log : logs) {
                counts.add(read(log, engine));
            }
            tell(engine, counts);
            return 0;
        } catch (LogFile.Unreadable unreadable) {
            tell(engine, counts);
            return refuse(unreadable);
        }
    }

    private RuleSet rules(DetectionSettings settings) throws LogFile.Unreadable {
        var files = new ArrayList<>(RuleFiles.pack());
        if (rules != null) {
            try {
                files.addAll(RuleFiles.folder(rules));
            } catch (IOException e) {
                throw new LogFile.Unreadable(rules + " cannot be read: " + LogFile.reason(e));
            }
        }
        var set = SigmaLoader.load(files, settings.placeholders());
        for (var refusal : set.refused()) {
            var title = refusal.rule().isEmpty() ? "" : " (" + refusal.rule() + ")";
            err().println(
                            "cordon scan: a rule of "
                                    + refusal.file()
                                    + title
                                    + " is not used: "
                                    + refusal.reason()
                                    + ".");
        }
        return set;
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

    private IntakeCounts read(LogFile log, DetectionEngine engine) throws LogFile.Unreadable {
        var now = believed(log);
        var source = engine.open(log.toString(), LogFormat.COMBINED, ZoneOffset.UTC);
        var piece = new byte[PIECE];
        try (var in = log.open()) {
            for (int got = in.read(piece); got >= 0; got = in.read(piece)) {
                source.feed(piece, 0, got, now);
            }
        } catch (IOException e) {
            source.end();
            throw new LogFile.Unreadable(log + " cannot be read to its end: " + LogFile.reason(e));
        }
        source.end();
        return source.counts();
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

    private void tell(DetectionEngine engine, List<IntakeCounts> counts) {
        var out = spec.commandLine().getOut();
        var gone = engine.merged().stream().map(CampaignMerged::reference).toList();
        var findings =
                engine.news().stream()
                        .filter(finding -> !gone.contains(finding.reference()))
                        .toList();
        if (json) {
            findings.forEach(finding -> out.println(FindingJson.of(store, finding)));
        } else {
            new FindingText(zone, store, out).print(findings);
        }
        out.flush();
        counts.forEach(each -> CountsText.print(each, err()));
        err().flush();
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
