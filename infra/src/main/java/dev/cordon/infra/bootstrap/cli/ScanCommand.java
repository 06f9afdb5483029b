package dev.cordon.infra.bootstrap.cli;

import dev.cordon.domain.detection.CampaignMerged;
import dev.cordon.domain.detection.Finding;
import dev.cordon.domain.detection.engine.DetectionEngine;
import dev.cordon.domain.detection.engine.DetectionSettings;
import dev.cordon.domain.detection.log.LogFormat;
import dev.cordon.domain.detection.rule.RuleSet;
import dev.cordon.domain.detection.rule.SigmaLoader;
import dev.cordon.infra.bootstrap.cli.LogFile.Unreadable;
import dev.cordon.infra.detection.RuleFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/**
 * Searches log files for attacks, with the rules that watch a store's live logs. Needs no server.
 * The files are taken as the logs of one store and read together, in the order of their time.
 */
@Command(
        name = "scan",
        description = {
            "Reads the logs of one store and prints the attacks they hold.",
            "Alerts go to standard output, everything else to standard error."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:every log was read",
            "2:what was given is wrong or could not be read, or what was found not be written"
        },
        mixinStandardHelpOptions = true)
public final class ScanCommand implements Callable<Integer> {

    private static final int UNREADABLE = 2;
    private static final int MOST_THREADS = 64;

    @Parameters(
            arity = "1..*",
            paramLabel = "LOG",
            description = {
                "Files, folders, patterns; - is standard input.",
                "Compressed ones (gzip, zstd) are known by their first bytes."
            })
    private List<String> names = List.of();

    @Option(names = "--json", description = "One JSON object for each alert, one a line, in UTC.")
    private boolean json;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = {
                "How the lines are written; recognized if not given: combined, common, json,",
                "nginx-error, apache-error, php-error, woocommerce, events, or nginx: or apache:",
                "with the server's own format string."
            })
    private @Nullable String format;

    @Option(
            names = "--zone",
            converter = Zone.class,
            paramLabel = "ZONE",
            description = {
                "Zone to tell times in, such as Europe/Berlin, and of logs whose lines do not say;",
                "UTC if not given."
            })
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

    @Option(
            names = "--allow",
            paramLabel = "NETWORK",
            description = {
                "A network whose owner you know, written PURPOSE=NETWORK (office=192.0.2.0/24),",
                "or a file of such lines. The purposes: crawler, payment-provider, monitor,",
                "office. Give it as often as you like."
            })
    private List<String> allow = List.of();

    @Option(
            names = "--truth",
            paramLabel = "LABELS",
            description = "What is known to have happened, to score the alerts against.")
    private List<Path> truth = List.of();

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "How many processors look at the lines; changes no alert. 1 if not given.")
    private int threads = 1;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        try {
            return scan();
        } catch (Unreadable unreadable) {
            return refuse(unreadable);
        }
    }

    private int scan() throws Unreadable {
        var known = truth.isEmpty() ? null : Truth.of(truth);
        var files = new LogFiles(givenFormat(), zone, this::notice);
        var logs = files.find(names);
        var settings = settings();
        var problems = new ArrayList<>(files.problems());
        if (threads < 1 || threads > MOST_THREADS) {
            throw new Unreadable("--threads takes 1 to " + MOST_THREADS + ", not " + threads);
        }
        DetectionEngine engine;
        ScanReading reading;
        try (var side = new ScanThreads(threads);
                var progress = ScanProgress.of(logs)) {
            engine =
                    new DetectionEngine(rules(settings), settings, System.nanoTime(), side.lanes());
            reading = new ScanReading(engine, logs, zone, progress, this::notice);
            problems.addAll(reading.read());
        }
        if (!tell(engine, reading, known)) {
            problems.add("what was found could not be written to its end");
        }
        problems.forEach(this::notice);
        return problems.isEmpty() ? 0 : UNREADABLE;
    }

    private DetectionSettings settings() throws Unreadable {
        var usual = DetectionSettings.DEFAULTS;
        var known = new ArrayList<>(usual.allowed());
        for (var each : allow) {
            known.addAll(AllowedNetworks.read(each));
        }
        return new DetectionSettings(
                usual.campaignGap(), usual.accountPaths(), known, usual.limits());
    }

    private @Nullable LogFormat givenFormat() throws Unreadable {
        try {
            return format == null ? null : LogFormat.of(format);
        } catch (IllegalArgumentException e) {
            throw new Unreadable(String.valueOf(e.getMessage()));
        }
    }

    private int refuse(Unreadable unreadable) {
        notice(String.valueOf(unreadable.getMessage()));
        return UNREADABLE;
    }

    private void notice(String sentence) {
        var plain = sentence.replaceAll("\\p{Cntrl}", "?");
        err().println("cordon scan: " + plain + (plain.endsWith(".") ? "" : "."));
    }

    private RuleSet rules(DetectionSettings settings) throws Unreadable {
        var all = new ArrayList<>(RuleFiles.pack());
        if (rules != null) {
            try {
                all.addAll(RuleFiles.folder(rules));
            } catch (IOException e) {
                throw new Unreadable(rules + " cannot be read: " + LogFile.reason(e));
            }
        }
        var set = SigmaLoader.load(all, settings.placeholders());
        for (var refusal : set.refused()) {
            var title = refusal.rule().isEmpty() ? "" : " (" + refusal.rule() + ")";
            notice("a rule of " + refusal.file() + title + " is not used: " + refusal.reason());
        }
        return set;
    }

    /** Whether all could be written. */
    private boolean tell(DetectionEngine engine, ScanReading reading, @Nullable Truth known) {
        var out = spec.commandLine().getOut();
        var findings = lasting(engine);
        if (json) {
            findings.forEach(finding -> out.println(FindingJson.of(store, finding)));
        } else {
            new FindingText(zone, store, out).print(findings);
        }
        if (known != null) {
            var score = Score.of(findings.stream().map(ScannedAlert::of).toList(), known);
            ScoreText.print(score, err());
            if (json) {
                out.println(ScoreJson.of(score));
            }
        }
        // The first knows of its own failures, the second of those below it.
        boolean written = !out.checkError() && !System.out.checkError();
        CountsText.print(reading.counts(), err());
        err().flush();
        return written;
    }

    /** Those that did not turn out to be parts of others, the earliest first. */
    private static List<Finding> lasting(DetectionEngine engine) {
        var findings = engine.news();
        var gone = new HashSet<String>();
        engine.merged().stream().map(CampaignMerged::reference).forEach(gone::add);
        return findings.stream()
                .filter(each -> !gone.contains(each.reference()))
                .sorted(Comparator.comparing(Finding::startedAt).thenComparing(Finding::reference))
                .toList();
    }

    private static final class Zone implements ITypeConverter<ZoneId> {
        @Override
        public ZoneId convert(String text) {
            try {
                return ZoneId.of(text);
            } catch (DateTimeException e) {
                throw new TypeConversionException("no zone is called " + text);
            }
        }
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
