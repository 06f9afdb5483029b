package dev.cordon.bench;

import dev.cordon.bench.Program.Run;
import dev.cordon.bench.traffic.Traffic;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * The shipped {@code cordon scan} on a made-up day of a shop, beside {@code wc -l} on the same file
 * and beside what others do with it: {@code [LINES [SEED]]}. Processor seconds are user and system
 * time of the whole process, its start and the compiler's work included; each is the median of some
 * rounds, in which the programs take turns. What the alerts are worth is said at the end.
 */
final class DetectionBenchmark {

    private static final long LINES = 5_000_000;
    private static final long SEED = 20_261_005;
    private static final int ROUNDS = 3;
    private static final int COUNTINGS = 5;

    /** The others take minutes for all of it, and the same time for each line. */
    private static final int LINES_FOR_OTHERS = 400_000;

    private final String cordon;
    private final Path log;
    private final Path labels;
    private final long lines;
    private boolean met = true;

    private DetectionBenchmark(String cordon, Path folder) throws IOException {
        this.cordon = cordon;
        this.log = folder.resolve("access.log");
        this.labels = folder.resolve("labels.json");
        try (var all = Files.lines(log, StandardCharsets.ISO_8859_1)) {
            this.lines = all.count();
        }
    }

    public static void main(String... arguments) throws IOException {
        long lines = arguments.length > 0 ? Long.parseLong(arguments[0]) : LINES;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : SEED;
        var benchmark =
                new DetectionBenchmark(
                        System.getProperty("cordon.launcher", "../cordon"), traffic(lines, seed));
        benchmark.run();
    }

    /** Made once for each state of the generator. */
    private static Path traffic(long lines, long seed) throws IOException {
        var folder =
                Path.of("../infra/target/traffic")
                        .resolve("%d-%d-%s".formatted(lines, seed, version()))
                        .toAbsolutePath()
                        .normalize();
        if (!Files.exists(folder.resolve("labels.json"))) {
            long begun = System.nanoTime();
            long made = Traffic.write(lines, seed, folder);
            say("made %,d lines in %.0f s: %s", made, (System.nanoTime() - begun) / 1e9, folder);
        }
        return folder;
    }

    /** Another generator makes another file. */
    private static String version() throws IOException {
        try {
            var classes = Path.of(Traffic.class.getResource("").toURI());
            var digest = MessageDigest.getInstance("SHA-256");
            try (var files = Files.list(classes)) {
                for (var file : files.sorted().toList()) {
                    digest.update(Files.readAllBytes(file));
                }
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 4);
        } catch (URISyntaxException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void run() throws IOException {
        say("%,d lines, %,d MiB: %s", lines, Files.size(log) >> 20, log);
        new Program(cordon, "scan", "--help").run(1);
        var floor = new ArrayList<Run>();
        var scans = new ArrayList<Run>();
        for (int i = 0; i < ROUNDS; i++) {
            floor.add(new Program("wc", "-l", log.toString()).run(COUNTINGS));
            scans.add(new Program(cordon, "scan", "--json", log.toString()).run(1));
        }
        double least = median(floor, Run::cpuSeconds);
        double ours = median(scans, Run::cpuSeconds);
        line("wc -l", lines, least);
        line("cordon scan", lines, ours);
        verdict("cordon scan: %.1f x wc -l (at most 25)", ours / least, ours / least <= 25);
        double mebibytes = median(scans, run -> run.peakKib() / 1024.0);
        verdict("cordon scan: %.0f MiB at most in memory (256)", mebibytes, mebibytes <= 256);
        say("cordon scan: %.1f s on the clock", median(scans, Run::wallSeconds));
        beside(scans.getFirst());
        others(ours / lines);
        quality();
        say(met ? "every target was met" : "NOT every target was met");
    }

    /** More processors change no alert. */
    private void beside(Run alone) throws IOException {
        int processors = Math.min(4, Runtime.getRuntime().availableProcessors());
        var threads = Integer.toString(processors);
        var run =
                new Program(cordon, "scan", "--json", "--threads", threads, log.toString()).run(1);
        say("cordon scan on %d processors: %.1f s on the clock", processors, run.wallSeconds());
        boolean same = Files.mismatch(alone.out(), run.out()) < 0;
        met &= same && Files.size(run.out()) > 0;
        say("its alerts are %s", same ? "the same: met" : "others: NOT met");
    }

    /** What GoAccess and a jail of fail2ban take, where they are installed. */
    private void others(double ours) throws IOException {
        var some = head();
        if (Program.isInstalled("goaccess")) {
            var report = Path.of("goaccess.json").toAbsolutePath();
            other(
                    "GoAccess",
                    ours,
                    10,
                    new Program(
                            "goaccess",
                            some.toString(),
                            "--no-global-config",
                            "--log-format=COMBINED",
                            "--no-progress",
                            "-o",
                            report.toString()));
            Files.deleteIfExists(report);
        } else {
            say("GoAccess is not installed");
        }
        if (Program.isInstalled("fail2ban-regex")) {
            other(
                    "fail2ban, one jail",
                    ours,
                    15,
                    new Program(
                            "fail2ban-regex",
                            "--print-no-missed",
                            "--print-no-ignored",
                            "--usedns=no",
                            "-d",
                            "\\[%d/%b/%Y:%H:%M:%S %z\\]",
                            some.toString(),
                            "^<HOST> \\S+ \\S+ \\[\\] \"POST /(wp-login|xmlrpc)\\.php[^\"]*\" 200 "));
        } else {
            say("fail2ban is not installed");
        }
        Files.delete(some);
    }

    private void other(String name, double ours, int target, Program program) throws IOException {
        var run = program.run(1);
        if (run.code() != 0) {
            say("%s failed: %s", name, Files.readString(run.err()).strip());
            met = false;
            return;
        }
        double theirs = run.cpuSeconds() / LINES_FOR_OTHERS;
        line(name, LINES_FOR_OTHERS, run.cpuSeconds());
        verdict(
                "cordon scan: %.1f x as fast as " + name + " (at least " + target + ")",
                theirs / ours,
                theirs / ours >= target);
    }

    private Path head() throws IOException {
        var head = Path.of("traffic-head.log").toAbsolutePath();
        var encoding = StandardCharsets.ISO_8859_1;
        try (BufferedReader in = Files.newBufferedReader(log, encoding);
                BufferedWriter out = Files.newBufferedWriter(head, encoding)) {
            for (int i = 0; i < LINES_FOR_OTHERS; i++) {
                var line = in.readLine();
                if (line == null) {
                    throw new IOException("the log is too short to compare with others");
                }
                out.write(line);
                out.write('\n');
            }
        }
        return head;
    }

    private void quality() throws IOException {
        var run =
                new Program(cordon, "scan", "--json", "--truth", labels.toString(), log.toString())
                        .run(1);
        say("");
        System.out.print(Files.readString(run.err()));
        var alerts = Files.readAllLines(run.out());
        if (alerts.isEmpty() || !alerts.getLast().startsWith("{\"score\"")) {
            met = false;
            return;
        }
        target(alerts.getLast(), "recall", 0.97, true);
        target(alerts.getLast(), "precision", 0.97, true);
        target(alerts.getLast(), "alertsPerCampaign", 1.5, false);
    }

    private void target(String score, String name, double bound, boolean least) {
        var rest = score.substring(score.indexOf("\"" + name + "\":") + name.length() + 3);
        double value = Double.parseDouble(rest.substring(0, rest.indexOf(',')));
        verdict(
                name + ": %.3f (" + (least ? "at least " : "at most ") + bound + ")",
                value,
                least ? value >= bound : value <= bound);
    }

    private void verdict(String words, double value, boolean fine) {
        met &= fine;
        say(words + (fine ? ": met" : ": NOT met"), value);
    }

    private static void line(String name, long lines, double cpu) {
        say("%-20s %8.2f CPU s %10.0f thousand lines a CPU second", name, cpu, lines / cpu / 1e3);
    }

    private static double median(List<Run> runs, ToDoubleFunction<Run> of) {
        double[] values = runs.stream().mapToDouble(of).sorted().toArray();
        return Arrays.stream(values).skip(values.length / 2).findFirst().orElseThrow();
    }

    private static void say(String words, Object... values) {
        System.out.printf(Locale.ROOT, words + "%n", values);
    }
}
