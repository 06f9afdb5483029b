package dev.cordon.infra.detection;

import dev.cordon.domain.detection.log.Address;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes small files of the MaxMind DB format 2.0, as its specification
 * (maxmind.github.io/MaxMind-DB) says: a binary search tree with records of 24 bits, sixteen zero
 * bytes, the data, a marker and the metadata.
 */
public final class MadeCountryFile {

    private static final int NOTHING = -1;
    private static final byte[] MARKER = {
        (byte) 0xab, (byte) 0xcd, (byte) 0xef, 'M', 'a', 'x', 'M', 'i', 'n', 'd', '.', 'c', 'o', 'm'
    };

    private final int ipVersion;
    private final List<int[]> nodes = new ArrayList<>();
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();

    private MadeCountryFile(int ipVersion) {
        this.ipVersion = ipVersion;
        node();
    }

    /** A file that knows addresses of both versions. */
    public static MadeCountryFile ofBoth() {
        return new MadeCountryFile(6);
    }

    static MadeCountryFile ofIpv4() {
        return new MadeCountryFile(4);
    }

    /** Knows that network: {@code 192.0.2.0/24}. */
    public MadeCountryFile with(String network, String country) {
        return with(
                network,
                Map.of(
                        "country",
                        Map.of("iso_code", country, "names", Map.of("en", "long".repeat(20))),
                        "traits",
                        Map.of("is_anycast", 1)));
    }

    /** Knows that network, and says that of it. */
    MadeCountryFile with(String network, Map<String, Object> record) {
        int slash = network.indexOf('/');
        var address = Address.of(network.substring(0, slash)).orElseThrow();
        int length = Integer.parseInt(network.substring(slash + 1));
        int offset = data.size();
        write(record, data);
        if (!address.isIpv4()) {
            insert(address, 0, length, offset);
        } else if (ipVersion == 4) {
            insert(address, 96, 96 + length, offset);
        } else {
            // In a tree of IPv6, those of IPv4 stand below ::/96.
            insert(new Address(0, address.low() & 0xffff_ffffL), 0, 96 + length, offset);
        }
        return this;
    }

    private void insert(Address address, int from, int to, int offset) {
        int node = 0;
        for (int i = from; i < to - 1; i++) {
            int bit = bit(address, i);
            if (nodes.get(node)[bit] == NOTHING) {
                nodes.get(node)[bit] = node();
            }
            node = nodes.get(node)[bit];
        }
        nodes.get(node)[bit(address, to - 1)] = -2 - offset;
    }

    private int node() {
        nodes.add(new int[] {NOTHING, NOTHING});
        return nodes.size() - 1;
    }

    private static int bit(Address address, int i) {
        long half = i < 64 ? address.high() : address.low();
        return (int) (half >>> 63 - (i & 63)) & 1;
    }

    /** The file's bytes. */
    public byte[] bytes() {
        var file = new ByteArrayOutputStream();
        for (var node : nodes) {
            for (int side : node) {
                int value = record(side);
                file.write(value >> 16);
                file.write(value >> 8);
                file.write(value);
            }
        }
        file.writeBytes(new byte[16]);
        file.writeBytes(data.toByteArray());
        file.writeBytes(MARKER);
        write(metadata(), file);
        return file.toByteArray();
    }

    /** Writes it there, the whole file at once. */
    public Path writeTo(Path file) {
        try {
            var beside = Files.write(file.resolveSibling(file.getFileName() + ".new"), bytes());
            return Files.move(beside, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int record(int side) {
        if (side == NOTHING) {
            return nodes.size();
        }
        return side >= 0 ? side : nodes.size() + 16 + (-2 - side);
    }

    private Map<String, Object> metadata() {
        var all = new LinkedHashMap<String, Object>();
        all.put("binary_format_major_version", 2);
        all.put("binary_format_minor_version", 0);
        all.put("build_epoch", 1_795_000_000L);
        all.put("database_type", "Made-Country");
        all.put("description", Map.of("en", "made for a test"));
        all.put("ip_version", ipVersion);
        all.put("languages", List.of("en"));
        all.put("node_count", (long) nodes.size());
        all.put("record_size", 24);
        return all;
    }

    /** Texts are type 2, maps 7, arrays 11; numbers 5 (16 bits) and 9 (64 bits). */
    private static void write(Object value, ByteArrayOutputStream to) {
        switch (value) {
            case String text -> {
                var bytes = text.getBytes(StandardCharsets.UTF_8);
                control(2, bytes.length, to);
                to.writeBytes(bytes);
            }
            case Integer number -> {
                control(5, 2, to);
                to.write(number >> 8);
                to.write(number);
            }
            case Long number -> {
                control(9, 8, to);
                for (int shift = 56; shift >= 0; shift -= 8) {
                    to.write((int) (number >> shift));
                }
            }
            case Map<?, ?> map -> {
                control(7, map.size(), to);
                map.forEach(
                        (key, each) -> {
                            write(key, to);
                            write(each, to);
                        });
            }
            case List<?> list -> {
                control(11, list.size(), to);
                list.forEach(each -> write(each, to));
            }
            default -> throw new IllegalArgumentException(value.toString());
        }
    }

    private static void control(int type, int size, ByteArrayOutputStream to) {
        int shown = Math.min(size, 29);
        to.write((type > 7 ? 0 : type) << 5 | shown);
        if (type > 7) {
            to.write(type - 7);
        }
        if (shown == 29) {
            to.write(size - 29);
        }
    }
}
