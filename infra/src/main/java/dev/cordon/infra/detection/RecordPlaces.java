package dev.cordon.infra.detection;

import dev.cordon.application.detection.LogSpool.Stretch;
import dev.cordon.infra.crypto.SealedForm;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * Where the records of an encrypted segment begin, in its file and in the log. It knows one in so
 * many bytes: whoever looks for a place reads on from the last known one before it.
 */
final class RecordPlaces {

    private static final long APART = 4L * SealedForm.RECORD;

    private final ConcurrentSkipListMap<Long, Long> known = new ConcurrentSkipListMap<>();

    /** A record that begins there. */
    record Place(long inLog, long inFile) {}

    /** A batch is in the file from there on, in records that are full but for the last one. */
    void add(Stretch batch, long inFile) {
        long next = known.isEmpty() ? batch.from() : known.lastKey() + APART;
        long skipped = Math.max(0, next - batch.from() + SealedForm.RECORD - 1) / SealedForm.RECORD;
        for (long number = skipped; ; number += APART / SealedForm.RECORD) {
            long inLog = batch.from() + number * SealedForm.RECORD;
            if (inLog >= batch.to()) {
                return;
            }
            known.put(inLog, inFile + number * (SealedForm.RECORD + SealedForm.ADDED));
        }
    }

    /** Nothing is in the file from that place in the log on. */
    void forget(long inLog) {
        known.tailMap(inLog, true).clear();
    }

    /** Where the next known one begins behind that place, or else that end. */
    long after(long inLog, long end) {
        var next = known.higherKey(inLog);
        return next == null ? end : next;
    }

    /** The last known one that begins there or before. */
    Place before(long inLog) {
        var place = known.floorEntry(inLog);
        if (place == null) {
            throw new IllegalArgumentException("no record holds byte " + inLog);
        }
        return new Place(place.getKey(), place.getValue());
    }
}
