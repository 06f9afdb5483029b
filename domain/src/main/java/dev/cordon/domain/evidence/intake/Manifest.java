package dev.cordon.domain.evidence.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cordon.domain.kernel.Sha256;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The files within a tree, each with its size and digest: a line that names the form, then a line
 * for each in the order of their paths. A path is as the archive has it, hostile or not, and leads
 * nowhere here; control characters and percent signs in it are percent-encoded.
 */
public record Manifest(List<Entry> entries) {

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

    public Manifest {
        if (entries.size() > MOST) {
            throw new IllegalArgumentException("a manifest has " + MOST + " files at most");
        }
        entries = entries.stream().sorted(Comparator.comparing(Entry::path)).toList();
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
        return entries.stream()
                .filter(entry -> entry.path().replaceFirst("^(\\./)+", "").equals(path))
                .findFirst();
    }

    public boolean hasHostileNames() {
        return entries.stream().anyMatch(Entry::leadsOutside);
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
