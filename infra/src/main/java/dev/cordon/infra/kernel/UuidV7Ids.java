package dev.cordon.infra.kernel;

import dev.cordon.application.kernel.Ids;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * UUID version 7: 48 bits of milliseconds, 12 bits of their fraction (RFC 9562, section 6.2, method
 * 3), 62 random bits. Each is greater than the one before, also when the clock is set back.
 */
final class UuidV7Ids implements Ids {

    private static final int FRACTION_BITS = 12;
    private static final long VERSION = 0x7000L;
    private static final long VARIANT = 0x8000000000000000L;

    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final AtomicLong last = new AtomicLong();

    UuidV7Ids(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public UUID next() {
        long tick = last.accumulateAndGet(tick(clock.instant()), UuidV7Ids::later);
        long millis = tick >>> FRACTION_BITS;
        long fraction = tick & ((1 << FRACTION_BITS) - 1);
        return new UUID(millis << 16 | VERSION | fraction, VARIANT | random.nextLong() >>> 2);
    }

    private static long later(long last, long now) {
        return Math.max(last + 1, now);
    }

    private static long tick(Instant now) {
        long nanosOfMilli = now.getNano() % 1_000_000;
        return now.toEpochMilli() << FRACTION_BITS | (nanosOfMilli << FRACTION_BITS) / 1_000_000;
    }
}
