package dev.cordon.domain.detection.log;

import java.util.Arrays;

/**
 * What one JSON object says in known fields. If several keys mean one field the best name counts,
 * and of equal keys the first. Reused; not safe for two threads.
 */
final class JsonValues implements JsonReader.Sink {

    private static final int NONE = Integer.MAX_VALUE;

    private final int[] ranks = new int[JsonSlot.count()];
    private final int[] from = new int[JsonSlot.count()];
    private final int[] to = new int[JsonSlot.count()];
    private final JsonReader.Kind[] kinds = new JsonReader.Kind[JsonSlot.count()];

    JsonValues() {
        Arrays.fill(kinds, JsonReader.Kind.TEXT);
        clear();
    }

    void clear() {
        Arrays.fill(ranks, NONE);
    }

    @Override
    public void value(int code, JsonReader.Kind kind, byte[] bytes, int start, int end) {
        int slot = JsonKeys.slot(code);
        int rank = JsonKeys.rank(code);
        if (rank < ranks[slot]) {
            ranks[slot] = rank;
            from[slot] = start;
            to[slot] = end;
            kinds[slot] = kind;
        } else if (rank == ranks[slot] && slot == JsonSlot.FORWARDED.ordinal()) {
            // A list of hops, each an element of its own.
            to[slot] = end;
        }
    }

    boolean has(JsonSlot slot) {
        return ranks[slot.ordinal()] != NONE;
    }

    /** Whether there is more than nothing or a dash. */
    boolean says(JsonSlot slot, byte[] bytes) {
        int length = has(slot) ? to(slot) - from(slot) : 0;
        return length > 1 || length == 1 && bytes[from(slot)] != '-';
    }

    int from(JsonSlot slot) {
        return from[slot.ordinal()];
    }

    int to(JsonSlot slot) {
        return to[slot.ordinal()];
    }

    JsonReader.Kind kind(JsonSlot slot) {
        return kinds[slot.ordinal()];
    }

    /** The field that the slot fills, if it says something. */
    void copy(JsonSlot slot, EventField field, EventCursor into) {
        if (says(slot, into.bytes)) {
            into.set(field, from(slot), to(slot));
        }
    }
}
