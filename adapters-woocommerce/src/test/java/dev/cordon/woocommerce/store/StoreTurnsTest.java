package dev.cordon.woocommerce.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.store.StoreAnswer;
import dev.cordon.domain.store.StoreFailure;
import dev.cordon.domain.store.StoreFixtures;
import dev.cordon.domain.store.StoreUrl;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StoreTurnsTest {

    private static final StoreUrl SHOP = StoreUrl.of("https://shop.example");
    private static final StoreUrl OTHER = StoreUrl.of("https://other.example");
    private static final Duration LONG = Duration.ofMinutes(1);

    private Instant now = StoreFixtures.NOON;
    private long nanos;
    private final List<Duration> waited = new ArrayList<>();
    private final StoreTurns turns =
            new StoreTurns(new StorePace(2, 10), () -> now, () -> nanos, this::park);

    private void park(long time) {
        waited.add(Duration.ofNanos(time));
        nanos += time;
    }

    @Test
    void callsBeginAsFarApartAsTheStorePaceSays() {
        for (int call = 0; call < 3; call++) {
            ask(SHOP);
        }

        assertThat(waited).containsExactly(Duration.ofMillis(100), Duration.ofMillis(100));
    }

    @Test
    void anotherStoreDoesNotWait() {
        ask(SHOP);
        ask(OTHER);

        assertThat(waited).isEmpty();
    }

    @Test
    void duringAPauseCallsFailAtOnceWithTheTimeThatIsLeft() {
        turns.pause(SHOP, Duration.ofSeconds(30));
        now = now.plusSeconds(10);

        assertThat(ask(SHOP)).isEqualTo(paused(Duration.ofSeconds(20)));
        assertThat(ask(OTHER)).isEqualTo(new StoreAnswer.Ok<>("asked"));
    }

    @Test
    void afterThePauseTheStoreIsAskedAgain() {
        turns.pause(SHOP, Duration.ofSeconds(30));
        now = now.plusSeconds(30);

        assertThat(ask(SHOP)).isEqualTo(new StoreAnswer.Ok<>("asked"));
    }

    @Test
    void noStoreSilencesCordonForDays() {
        turns.pause(SHOP, Duration.ofDays(30));

        assertThat(ask(SHOP)).isEqualTo(paused(StoreTurns.LONGEST_PAUSE));
    }

    @Test
    void aCallThatWaitedWhenThePauseBeganIsNotMade() {
        var asked = new AtomicInteger();
        var itself = new AtomicReference<StoreTurns>();
        var turning =
                new StoreTurns(
                        new StorePace(2, 10),
                        () -> now,
                        () -> nanos,
                        time -> {
                            nanos += time;
                            itself.get().pause(SHOP, Duration.ofSeconds(5));
                        });
        itself.set(turning);
        turning.take(SHOP, LONG, () -> count(asked));

        var answer = turning.take(SHOP, LONG, () -> count(asked));

        assertThat(answer).isEqualTo(paused(Duration.ofSeconds(5)));
        assertThat(asked).hasValue(1);
    }

    @Test
    void noMoreCallsRunAtOnceThanTheStorePaceSays() throws Exception {
        var real = new StoreTurns(new StorePace(2, 1000), () -> now);
        var running = new AtomicInteger();
        var most = new AtomicInteger();
        var two = new CountDownLatch(2);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 8)
                    .forEach(
                            _ ->
                                    threads.submit(
                                            () ->
                                                    real.take(
                                                            SHOP,
                                                            LONG,
                                                            () -> run(running, most, two))));
        }

        assertThat(most).hasValue(2);
    }

    private static StoreAnswer<String> run(
            AtomicInteger running, AtomicInteger most, CountDownLatch two) {
        most.accumulateAndGet(running.incrementAndGet(), Math::max);
        two.countDown();
        try {
            two.await();
            return new StoreAnswer.Ok<>("asked");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            running.decrementAndGet();
        }
    }

    @Test
    void whoGetsNoTurnInTimeIsToldSo() throws Exception {
        var one = new StoreTurns(new StorePace(1, 1000), () -> now);
        var inside = new CountDownLatch(1);
        var end = new CountDownLatch(1);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.submit(
                    () ->
                            one.take(
                                    SHOP,
                                    LONG,
                                    () -> {
                                        inside.countDown();
                                        return held(end);
                                    }));
            inside.await();

            var answer = one.take(SHOP, Duration.ZERO, () -> new StoreAnswer.Ok<>("asked"));

            end.countDown();
            assertThat(answer)
                    .isEqualTo(new StoreAnswer.Failed<>(new StoreFailure.TimedOut(Duration.ZERO)));
        }
    }

    private static StoreAnswer<String> held(CountDownLatch end) {
        try {
            end.await();
            return new StoreAnswer.Ok<>("held");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static StoreAnswer<String> count(AtomicInteger asked) {
        asked.incrementAndGet();
        return new StoreAnswer.Ok<>("asked");
    }

    private StoreAnswer<String> ask(StoreUrl store) {
        return turns.take(store, LONG, () -> new StoreAnswer.Ok<>("asked"));
    }

    private static StoreAnswer<String> paused(Duration left) {
        return new StoreAnswer.Failed<>(new StoreFailure.RateLimited(left));
    }
}
