package dev.cordon.bench.traffic;

import java.io.BufferedOutputStream;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;

/**
 * A day of a shop, made up but always the same for the same seed: customers, programs that may look
 * like attacks, and attacks with their labels. Lines are written in the order of their time while
 * they are made, so that memory does not grow with their number.
 */
public final class Traffic {

    static final int DAY = 86_400;
    private static final Instant BEGIN = Instant.parse("2026-10-05T00:00:00Z");
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    /** How far the theme and the checkout are broken, in seconds. */
    private static final double THEME_BROKEN = 7_200;

    private static final double CHECKOUT_BROKEN = 1_500;

    final Random random;
    final Shop shop;
    private final Addresses addresses;
    private final double themeBreaks;
    private final double checkoutBreaks;
    private final Set<String> sufferers = new LinkedHashSet<>();
    private final PriorityQueue<Request> waiting = new PriorityQueue<>();
    private final List<Label> labels = new ArrayList<>();
    private final OutputStream out;
    private final long wanted;
    private long numbered;
    private double visitLines;
    private long written;
    private long stampedSecond = -1;
    private String stamp = "";

    private Traffic(long lines, long seed, OutputStream out) {
        this.random = new Random(seed);
        this.shop = new Shop(random);
        this.addresses = new Addresses(random);
        this.themeBreaks = between(10_000, 60_000);
        this.checkoutBreaks = between(40_000, 70_000);
        this.wanted = lines;
        this.out = out;
    }

    /** Writes {@code access.log} and {@code labels.json} into the folder; the number of lines. */
    public static long write(long lines, long seed, Path folder) throws IOException {
        Files.createDirectories(folder);
        try (var out =
                new BufferedOutputStream(
                        Files.newOutputStream(folder.resolve("access.log")), 1 << 20)) {
            var traffic = new Traffic(lines, seed, out);
            traffic.run();
            Files.writeString(folder.resolve("labels.json"), Label.json(traffic.labels));
            return traffic.written;
        }
    }

    /** {@code LINES SEED FOLDER}. */
    public static void main(String... arguments) throws IOException {
        long lines = Long.parseLong(arguments[0]);
        long seed = Long.parseLong(arguments[1]);
        System.out.println(write(lines, seed, Path.of(arguments[2])) + " lines");
    }

    private void run() {
        var customers = new Customers(this);
        new Machines(this).plan();
        new Crowds(this, customers).plan();
        new Individuals(this, customers).plan();
        new LoginAttacks(this, customers).plan();
        new InjectionAttacks(this).plan();
        new FloodAttacks(this).plan();
        new CardAttacks(this, customers).plan();
        new ScanAttacks(this).plan();
        new AccountAttacks(this, customers).plan();
        double visits = 0;
        double spread = DAY * 0.625;
        for (double at = 0; at < DAY; ) {
            double left = Math.max(1, DAY - at) / DAY;
            long missing = wanted - written - waiting.size();
            double pace = Math.max(500, missing / linesAVisit(visits) / left);
            at += -Math.log(1 - random.nextDouble()) * spread / (pace * busy(at));
            emitUntil(at);
            long before = numbered;
            customers.visit(customers.anybody(at));
            visitLines += numbered - before;
            visits++;
        }
        emitUntil(Double.MAX_VALUE);
        if (!sufferers.isEmpty()) {
            label(
                    "checkout-failure",
                    "the checkout fails after an update",
                    true,
                    checkoutBreaks,
                    checkoutBreaks + CHECKOUT_BROKEN,
                    sufferers);
        }
    }

    /** How many lines a visit has had so far. */
    private double linesAVisit(double visits) {
        return visits < 200 ? 33 : visitLines / visits;
    }

    /** Few at night, many in the afternoon. */
    private static double busy(double at) {
        double sun = Math.sin(Math.PI * at / DAY);
        return 0.25 + 0.75 * sun * sun;
    }

    /** Plans a line; what lies before or after the day is none. */
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
            waiting.add(
                    new Request(
                            at, numbered++, address, method, target, status, size, referer, agent));
        }
    }

    void label(
            String kind,
            String technique,
            boolean malicious,
            double from,
            double to,
            Iterable<String> who) {
        var all = new ArrayList<String>();
        who.forEach(all::add);
        labels.add(
                new Label(
                        kind,
                        technique,
                        malicious,
                        BEGIN.plusMillis((long) (from * 1_000)),
                        BEGIN.plusMillis((long) (Math.min(to, DAY) * 1_000)),
                        all));
    }

    /** An address that hardly anybody has had. */
    String address() {
        return addresses.next();
    }

    List<String> addresses(int count) {
        var all = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            all.add(address());
        }
        return all;
    }

    double between(double from, double to) {
        return from + random.nextDouble() * (to - from);
    }

    boolean isThemeBroken(double at) {
        return at >= themeBreaks && at < themeBreaks + THEME_BROKEN;
    }

    boolean isCheckoutBroken(double at) {
        return at >= checkoutBreaks && at < checkoutBreaks + CHECKOUT_BROKEN;
    }

    void suffersFromCheckout(String address) {
        sufferers.add(address);
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
        try {
            out.write(request.line(stamp).getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        written++;
    }
}
