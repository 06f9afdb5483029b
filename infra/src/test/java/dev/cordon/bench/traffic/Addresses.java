package dev.cordon.bench.traffic;

import java.util.List;
import java.util.Random;

/** Addresses as providers give them out, of customers and attackers alike; a quarter are IPv6. */
final class Addresses {

    private static final List<Integer> FIRST =
            List.of(
                    24, 31, 46, 62, 77, 80, 81, 84, 87, 88, 91, 93, 109, 145, 176, 178, 185, 188,
                    203, 212, 217);

    private final Random random;

    Addresses(Random random) {
        this.random = random;
    }

    String next() {
        if (random.nextInt(4) == 0) {
            return "2001:db8:%x:%x:%x:%x:%x:%x"
                    .formatted(part(), part(), part(), part(), part(), part());
        }
        return FIRST.get(random.nextInt(FIRST.size()))
                + "."
                + random.nextInt(256)
                + "."
                + random.nextInt(256)
                + "."
                + (1 + random.nextInt(254));
    }

    private int part() {
        return 1 + random.nextInt(0xffff);
    }
}
