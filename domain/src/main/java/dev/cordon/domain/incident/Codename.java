package dev.cordon.domain.incident;

import java.util.List;

/** Two harmless words to say aloud instead of what happened: {@code Amber Heron}. */
public final class Codename {

    private static final List<String> FIRST =
            List.of(
                    "Amber", "Quiet", "Long", "Silver", "North", "Early", "Copper", "Gentle",
                    "Hidden", "Late", "Marble", "Narrow", "Open", "Plain", "Russet", "Steady",
                    "Tall", "Violet", "Wide", "Winter", "Bright", "Calm", "Deep", "Even");

    private static final List<String> SECOND =
            List.of(
                    "Heron", "Mill", "Ferry", "Harbor", "Meadow", "Lantern", "Orchard", "Bridge",
                    "Falcon", "Garden", "Island", "Juniper", "Kettle", "Linden", "Marten", "Otter",
                    "Pebble", "Quarry", "Raven", "Sparrow", "Thistle", "Valley", "Willow");

    private Codename() {}

    /** The name for a running number; 24 × 23 different ones before the first comes back. */
    public static String of(long number) {
        int first = Math.floorMod(number * 7, FIRST.size());
        int second = Math.floorMod(number, SECOND.size());
        return FIRST.get(first) + " " + SECOND.get(second);
    }
}
