package dev.cordon.infra.s3;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The storage, on a port of its own. It can be told to fail in every way that one does. */
public final class LockingS3 implements AutoCloseable {

    public static final String BUCKET = "evidence";
    public static final String ACCESS = "cordon-access";
    public static final String SECRET = "cordon-secret-0123456789";

    /** What becomes of a request. */
    public enum Fault {
        NONE,
        /** The connection ends, and nothing was done. */
        DROPPED,
        /** It was done, and the connection ends before the answer. */
        DONE_AND_DROPPED,
        /** The body of the answer ends in its middle. */
        CUT,
        /** No answer ever. */
        SILENT,
        /** As storages do when they have too much to do. */
        BUSY
    }

    /** Decides on each request, counted from 1. */
    public interface Faults {
        Fault at(int number, String request);
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicInteger count = new AtomicInteger();
    private final Signature4 signature = new Signature4(ACCESS, SECRET);
    private final Set<String> denied = ConcurrentHashMap.newKeySet();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final S3Answers answers;
    private volatile Faults faults = (_, _) -> Fault.NONE;
    private volatile Instant now = Instant.now();

    final LockedBucket bucket = new LockedBucket((InstantSource) () -> now);
    volatile boolean versioned = true;
    volatile boolean locks = true;
    volatile boolean locksAll;
    volatile boolean heedsConditions = true;

    public LockingS3() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answers = new S3Answers(this);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    public String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public LockingS3 withoutVersions() {
        versioned = false;
        return this;
    }

    public LockingS3 withoutLocks() {
        locks = false;
        return this;
    }

    public LockingS3 thatLocksEverything() {
        locksAll = true;
        return this;
    }

    public LockingS3 heedlessOfConditions() {
        heedsConditions = false;
        return this;
    }

    /** Takes parts of any length, so that little content has many. */
    public LockingS3 withSmallParts() {
        bucket.smallest = 1;
        return this;
    }

    /** Forbids an action, such as {@code PutObjectRetention}. */
    public void deny(String action) {
        denied.add(action);
    }

    public void fail(Faults by) {
        count.set(0);
        faults = by;
    }

    public int requests() {
        return count.get();
    }

    /** What was asked for, in order: method and name. */
    public List<String> asked() {
        return List.copyOf(requests);
    }

    public void pass(Duration time) {
        now = now.plus(time);
    }

    public Instant now() {
        return now;
    }

    /** The names of all objects that are there, without those hidden by a marker. */
    public Set<String> names(String prefix) {
        var names = new TreeSet<String>();
        for (var version : bucket.versions(prefix)) {
            if (version.bytes != null && bucket.isLatest(version)) {
                names.add(version.key);
            }
        }
        return names;
    }

    /** How many versions there are below a name, markers counted. */
    public int versions(String prefix) {
        return bucket.versions(prefix).size();
    }

    public int openUploads() {
        return bucket.uploads().size();
    }

    public byte[] bytes(String key) {
        return bucket.get(key, null).bytes;
    }

    /** Everything that lies there, in any version, as an intruder would read it. */
    public List<byte[]> everything() {
        return bucket.versions("").stream()
                .filter(version -> version.bytes != null)
                .map(version -> version.bytes)
                .toList();
    }

    /** As somebody with the disks would. */
    public void overwrite(String key, byte[] bytes) {
        bucket.get(key, null).bytes = bytes;
    }

    /** As somebody with rights of their own would: a marker hides it. */
    public void hide(String key) {
        bucket.delete(key, null);
    }

    /** As somebody with rights of their own would, who writes over it. */
    public void put(String key, byte[] bytes) {
        bucket.put(key, bytes, null, false);
    }

    public @Nullable Instant lockedUntil(String key) {
        return bucket.get(key, null).until;
    }

    public boolean isHeld(String key) {
        return bucket.get(key, null).held;
    }

    /** As an administrator of the bucket would; what is locked refuses. */
    public boolean tryDelete(String key) {
        try {
            bucket.delete(key, bucket.get(key, null).id);
            return true;
        } catch (Refusal refusal) {
            return false;
        }
    }

    /** Removes it whatever its locks say. */
    public void lose(String key) {
        var version = bucket.get(key, null);
        version.until = null;
        version.held = false;
        bucket.delete(key, version.id);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            var what = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            var fault = faults.at(count.incrementAndGet(), what);
            requests.add(what);
            switch (fault) {
                case DROPPED -> {}
                case SILENT -> sleep();
                case BUSY -> answers.refuse(exchange, new Refusal(503, "SlowDown"));
                case NONE -> answer(exchange, body, false);
                case CUT -> answer(exchange, body, true);
                case DONE_AND_DROPPED -> {
                    answers.cutAllOff(exchange);
                    answer(exchange, body, false);
                }
            }
        }
    }

    private void sleep() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(HttpExchange exchange, byte[] body, boolean cut) throws IOException {
        try {
            signature.check(exchange, body);
            var md5 = exchange.getRequestHeaders().getFirst("Content-MD5");
            if (md5 != null
                    && !md5.equals(Base64.getEncoder().encodeToString(Digests.of("MD5", body)))) {
                throw new Refusal(400, "BadDigest");
            }
            answers.answer(exchange, body, cut);
        } catch (Refusal refusal) {
            answers.refuse(exchange, refusal);
        }
    }

    void allow(String action) {
        if (denied.contains(action)) {
            throw Refusal.denied();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
