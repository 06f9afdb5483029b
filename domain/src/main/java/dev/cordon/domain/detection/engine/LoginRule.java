package dev.cordon.domain.detection.engine;

import dev.cordon.domain.detection.Finding;
import dev.cordon.domain.detection.log.EventCursor;
import dev.cordon.domain.detection.log.RequestPath;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Attacks on logins: password guessing by single addresses, and stolen pairs tried by many. Each
 * login of the store is watched for itself.
 */
final class LoginRule implements Rule {

    private static final byte[] CONTENT = "/wp-content/".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] INCLUDES = "/wp-includes/".getBytes(StandardCharsets.US_ASCII);
    private static final long NEVER = Long.MIN_VALUE / 2;

    private final List<LoginWatch> watches;
    private final RequestPath path = new RequestPath();
    private final long visitMemory;
    private long[] lastLookAround = new long[0];

    LoginRule(DetectionSettings settings) {
        watches =
                LoginDoor.all(settings).stream()
                        .map(door -> new LoginWatch(door, settings))
                        .toList();
        visitMemory = settings.limits().visitMemory().toSeconds();
    }

    @Override
    public void observe(EventCursor line, int visitor) {
        makeRoomFor(visitor);
        if (line.isPost()) {
            observePost(line, visitor);
        } else if (isView(line.status()) && isElsewhere(line)) {
            lastLookAround[visitor] = Math.max(lastLookAround[visitor], line.epochSecond());
        }
    }

    @Override
    public void forget(int visitor) {
        if (visitor < lastLookAround.length) {
            lastLookAround[visitor] = NEVER;
        }
        watches.forEach(watch -> watch.forget(visitor));
    }

    @Override
    public void remember(List<Finding> known) {
        watches.forEach(watch -> watch.remember(known));
    }

    @Override
    public void report(Consumer<Finding> news) {
        watches.forEach(watch -> watch.report(news));
    }

    private void observePost(EventCursor line, int visitor) {
        boolean accepted = LoginDoor.isAccepted(line.status());
        if (!accepted && !LoginDoor.isRefused(line.status())) {
            return;
        }
        var watch = watchAt(path.read(line));
        if (watch != null && watch.door().isLogin(path, line)) {
            long since = line.epochSecond() - lastLookAround[visitor];
            watch.tried(line, visitor, accepted, Math.abs(since) <= visitMemory);
        }
    }

    private static boolean isView(int status) {
        return status == 200 || status == 304 || status == 206;
    }

    /** A part of a page, or a page that is no login. */
    private boolean isElsewhere(EventCursor line) {
        return line.targetStartsWith(CONTENT)
                || line.targetStartsWith(INCLUDES)
                || watchAt(path.read(line)) == null;
    }

    private @Nullable LoginWatch watchAt(RequestPath where) {
        for (var watch : watches) {
            if (watch.door().isAt(where)) {
                return watch;
            }
        }
        return null;
    }

    private void makeRoomFor(int visitor) {
        if (visitor >= lastLookAround.length) {
            int held = lastLookAround.length;
            lastLookAround = Arrays.copyOf(lastLookAround, Math.max(1_024, 2 * visitor));
            Arrays.fill(lastLookAround, held, lastLookAround.length, NEVER);
        }
    }
}
