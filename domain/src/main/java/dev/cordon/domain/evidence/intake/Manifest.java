package dev.cordon.domain.evidence.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cordon.domain.kernel.Sha256;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The files within a tree, each with its size and digest: a line that names the form, then a line
 * for each in the order of their paths. A path is as the archive has it, hostile or not, and leads
 * nowhere here; control characters and percent signs in it are percent-encoded.
 */
public final class Manifest {

    /** Longer lists are not made. */
    public static final int MOST = 100_000;

    /** Longer paths are not taken. */
    public static final int LONGEST_PATH = 4096;

    private static final String FORM = "cordon/manifest/v1";

    /**
     * A file within.
     *
     * @param size in bytes
     */
    public record Entry(String path, long size, Sha256 content) {

        /** Whether an unpacker that believes it would write outside of its folder. */
        public boolean leadsOutside() {
            var parts = List.of(path.replace('\\', '/').split("/", -1));
            return path.startsWith("/")
                    || path.startsWith("\\")
                    || path.matches("[A-Za-z]:.*")
                    || parts.contains("..")
                    || path.indexOf('\0') >= 0;
        }
    }

    private final List<Entry> entries;
    private final NavigableMap<String, Entry> byPath = new TreeMap<>();

    public Manifest(List<Entry> entries) {
        if (entries.size() > MOST) {
            throw new IllegalArgumentException("a manifest has " + MOST + " files at most");
        }
        this.entries = entries.stream().sorted(Comparator.comparing(Entry::path)).toList();
        this.entries.forEach(entry -> byPath.putIfAbsent(fromHere(entry.path()), entry));
    }

    /** In the order of their paths. */
    public List<Entry> entries() {
        return entries;
    }

    public byte[] bytes() {
        var text = new StringBuilder(FORM).append('\n');
        for (var entry : entries) {
            text.append(entry.content().hex())
                    .append("  ")
                    .append(entry.size())
                    .append("  ")
                    .append(escaped(entry.path()))
                    .append('\n');
        }
        return text.toString().getBytes(UTF_8);
    }

    /**
     * Reads what {@link #bytes} wrote.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Manifest parse(byte[] bytes) {
        var lines = new String(bytes, UTF_8).split("\n", -1);
        if (!lines[0].equals(FORM) || !lines[lines.length - 1].isEmpty()) {
            throw new IllegalArgumentException("it is no manifest");
        }
        var entries = new ArrayList<Entry>();
        for (var line : List.of(lines).subList(1, lines.length - 1)) {
            var parts = line.split(" {2}", 3);
            if (parts.length < 3) {
                throw new IllegalArgumentException("a line of the manifest is none");
            }
            entries.add(
                    new Entry(unescaped(parts[2]), Long.parseLong(parts[1]), new Sha256(parts[0])));
        }
        return new Manifest(entries);
    }

    /** The file at a path, written with or without {@code ./} before it. */
    public Optional<Entry> at(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    /** Whether any file lies below that folder, written with or without {@code ./} before it. */
    public boolean hasBelow(String folder) {
        var prefix = folder + "/";
        var next = byPath.higherKey(prefix);
        return next != null && next.startsWith(prefix);
    }

    private static String fromHere(String path) {
        int start = 0;
        while (path.startsWith("./", start)) {
            start += 2;
        }
        return path.substring(start);
    }

    public boolean hasHostileNames() {
        return entries.stream().anyMatch(Entry::leadsOutside);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Manifest manifest && manifest.entries.equals(entries);
    }

    @Override
    public int hashCode() {
        return entries.hashCode();
    }

    private static String escaped(String path) {
        var text = new StringBuilder();
        for (int i = 0; i < path.length(); i++) {
            char one = path.charAt(i);
            if (one == '%' || Character.isISOControl(one)) {
                text.append("%%%02X".formatted((int) one));
            } else {
                text.append(one);
            }
        }
        return text.toString();
    }

    private static String unescaped(String text) {
        var path = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            if (one == '%') {
                path.append((char) Integer.parseInt(text, i + 1, i + 3, 16));
                i += 2;
            } else {
                path.append(one);
            }
        }
        return path.toString();
    }
}
