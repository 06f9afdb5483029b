package dev.cordon.bench.traffic;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;
import java.util.Random;

/**
 * A day of a shop, made up but always the same for the same seed: customers, programs that may look
 * like attacks, and attacks with their labels. Lines are written in the order of their time while
 * they are made.
 */
public final class Traffic {

    static final int DAY = 86_400;
    private static final Instant BEGIN = Instant.parse("2026-10-05T00:00:00Z");
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    final Random random;
    final Shop shop;
    private final PriorityQueue<Request> waiting = new PriorityQueue<>();
    private final List<Label> labels = new ArrayList<>();
    private final OutputStream out;
    private final long wanted;
    private long written;
    private long stampedSecond = -1;
    private String stamp = "";

    private Traffic(long lines, long seed, OutputStream out) {
        this.random = new Random(seed);
        this.shop = new Shop(random);
        this.wanted = lines;
        this.out = out;
    }

    /** Writes {@code access.log} and {@code labels.json} into the folder; the number of lines. */
    public static long write(long lines, long seed, Path folder) throws IOException {
        Files.createDirectories(folder);
        try (var out =
                new java.io.BufferedOutputStream(
                        Files.newOutputStream(folder.resolve("access.log")), 1 << 20)) {
            var traffic = new Traffic(lines, seed, out);
            traffic.run();
            Files.writeString(folder.resolve("labels.json"), traffic.labels());
            return traffic.written;
        }
    }

    public static void main(String... arguments) throws IOException {
        long lines = Long.parseLong(arguments[0]);
        long seed = Long.parseLong(arguments[1]);
        System.out.println(write(lines, seed, Path.of(arguments[2])) + " lines");
    }

    private void run() {
        new Lookalikes(this).plan();
        new Campaigns(this).plan();
        long planned = waiting.size();
        double visits = Math.max(200, (wanted - planned) / Customers.LINES_A_VISIT);
        var customers = new Customers(this);
        double at = 0;
        while (at < DAY) {
            double busy = 0.25 + 0.75 * Math.sin(Math.PI * at / DAY) * Math.sin(Math.PI * at / DAY);
            at += -Math.log(1 - random.nextDouble()) * DAY * 0.625 / (visits * busy);
            emitUntil(at);
            customers.visit(at);
        }
        emitUntil(Double.MAX_VALUE);
    }

    /** Plans a line. */
    void add(
            double at,
            String address,
            String method,
            String target,
            int status,
            long size,
            String referer,
            String agent) {
        if (at >= 0 && at < DAY) {
            waiting.add(new Request(at, address, method, target, status, size, referer, agent));
        }
    }

    void label(
            String kind,
            String technique,
            boolean malicious,
            double from,
            double to,
            List<String> who) {
        labels.add(
                new Label(
                        kind,
                        technique,
                        malicious,
                        BEGIN.plusMillis((long) (from * 1_000)),
                        BEGIN.plusMillis((long) (Math.min(to, DAY) * 1_000)),
                        List.copyOf(who)));
    }

    /** An address as providers give them out; a quarter are IPv6. */
    String address() {
        if (random.nextInt(4) == 0) {
            return "2001:db8:%x:%x::%x"
                    .formatted(
                            random.nextInt(0x10000),
                            random.nextInt(0x10000),
                            1 + random.nextInt(0xfffe));
        }
        int first =
                List.of(24, 31, 46, 62, 77, 81, 88, 91, 109, 178, 185, 203).get(random.nextInt(12));
        return first
                + "."
                + random.nextInt(256)
                + "."
                + random.nextInt(256)
                + "."
                + (1 + random.nextInt(254));
    }

    double between(double from, double to) {
        return from + random.nextDouble() * (to - from);
    }

    private void emitUntil(double time) {
        while (!waiting.isEmpty() && waiting.peek().at() <= time) {
            emit(waiting.poll());
        }
    }

    private void emit(Request request) {
        long second = (long) request.at();
        if (second != stampedSecond) {
            stampedSecond = second;
            stamp = STAMP.format(BEGIN.plusSeconds(second));
        }
        var line =
                request.address()
                        + " - - ["
                        + stamp
                        + " +0000] \""
                        + request.method()
                        + " "
                        + request.target()
                        + " HTTP/1.1\" "
                        + request.status()
                        + " "
                        + request.size()
                        + " \""
                        + request.referer()
                        + "\" \""
                        + request.agent()
                        + "\"\n";
        try {
            out.write(line.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        written++;
    }

    private String labels() {
        var text = new StringBuilder("{\"scenario\": \"generated\", \"attacks\": [\n");
        for (int i = 0; i < labels.size(); i++) {
            text.append(labels.get(i).json()).append(i + 1 < labels.size() ? ",\n" : "\n");
        }
        return text.append("]}\n").toString();
    }
}
