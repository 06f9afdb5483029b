package dev.cordon.bench.traffic;

import java.util.List;
import java.util.Random;

/** What browsers call themselves; also what most attackers call themselves. */
final class Browsers {

    private static final List<String> DESKTOPS =
            List.of(
                    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/%d.0.0.0 Safari/537.36",
                    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/%1$d.0.0.0 Safari/537.36 Edg/%1$d.0.0.0",
                    "Mozilla/5.0 (X11; Linux x86_64; rv:%d.0) Gecko/20100101 Firefox/%1$d.0",
                    "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:%d.0) Gecko/20100101 Firefox/%1$d.0",
                    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/%d.0.0.0 Safari/537.36");
    private static final List<String> APPLES =
            List.of(
                    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.%d Safari/605.1.15",
                    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_%1$d like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.%1$d Mobile/15E148 Safari/604.1",
                    "Mozilla/5.0 (iPad; CPU OS 18_%1$d like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.%1$d Mobile/15E148 Safari/604.1");
    private static final List<String> ANDROIDS =
            List.of(
                    "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/%d.0.0.0 Mobile Safari/537.36",
                    "Mozilla/5.0 (Linux; Android 14; SM-S911B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/%d.0.0.0 Mobile Safari/537.36",
                    "Mozilla/5.0 (Linux; Android 13; M2101K6G) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/%d.0.0.0 Mobile Safari/537.36");

    private Browsers() {}

    static String any(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> one(random, APPLES).formatted(random.nextInt(7));
            case 1 -> one(random, ANDROIDS).formatted(126 + random.nextInt(17));
            default -> one(random, DESKTOPS).formatted(126 + random.nextInt(19));
        };
    }

    static boolean isApple(String agent) {
        return agent.contains("iPhone") || agent.contains("iPad");
    }

    private static String one(Random random, List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
