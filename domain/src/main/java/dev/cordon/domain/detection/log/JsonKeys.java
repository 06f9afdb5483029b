package dev.cordon.domain.detection.log;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The keys of JSON logs that are known, by their path from the outermost object: {@code
 * request.headers.user_agent}. Upper case is as lower case and a dash as an underscore. Finds one
 * without making an object.
 */
final class JsonKeys {

    /** No known key. */
    static final int UNKNOWN = -1;

    private static final int ROOM = 4;

    private final byte[][] paths;
    private final int[] codes;
    private final int mask;

    /**
     * A field with its names, the best one first.
     *
     * @param slot what {@link #slot} answers for them
     */
    record Field(int slot, String... names) {}

    JsonKeys(List<Field> fields) {
        int size = Integer.highestOneBit(fields.stream().mapToInt(f -> f.names().length).sum());
        mask = size * ROOM - 1;
        paths = new byte[mask + 1][];
        codes = new int[mask + 1];
        for (var field : fields) {
            for (int rank = 0; rank < field.names().length; rank++) {
                add(field.names()[rank].getBytes(StandardCharsets.UTF_8), field.slot() << 8 | rank);
            }
        }
    }

    /** Which field a code means. */
    static int slot(int code) {
        return code >> 8;
    }

    /** How good the name is among those of its field; the less the better. */
    static int rank(int code) {
        return code & 0xff;
    }

    /** The code of this path, or {@link #UNKNOWN}. */
    int find(byte[] path, int length) {
        for (int i = hash(path, length) & mask; paths[i] != null; i = i + 1 & mask) {
            if (paths[i].length == length && Bytes.startsWith(path, 0, length, paths[i])) {
                return codes[i];
            }
        }
        return UNKNOWN;
    }

    private void add(byte[] path, int code) {
        int i = hash(path, path.length) & mask;
        while (paths[i] != null) {
            i = i + 1 & mask;
        }
        paths[i] = path;
        codes[i] = code;
    }

    private static int hash(byte[] path, int length) {
        int hash = 0x811c_9dc5;
        for (int i = 0; i < length; i++) {
            hash = (hash ^ path[i]) * 0x0100_0193;
        }
        return hash ^ hash >>> 15;
    }
}
