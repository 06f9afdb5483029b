package dev.cordon.domain.store.inventory;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;

/**
 * Sums a manifest up: an item for each area, with how many files it has and one digest over all of
 * them. An area is a plugin, a theme, or another folder that changes as one; where single files
 * matter (above all folders, among must-use plugins, among uploads) each is an area.
 */
public final class FileAreas {

    private final TreeMap<String, Sum> sums = new TreeMap<>();

    private static final class Sum {
        private final MessageDigest digest = sha256();
        private long files;
    }

    /** The files come in their order. */
    public void add(FileEntry file) {
        var sum = sums.computeIfAbsent(of(file.path()), _ -> new Sum());
        var digest = file.digest();
        sum.files++;
        sum.digest.update(file.path().getBytes(StandardCharsets.UTF_8));
        sum.digest.update((byte) 0);
        sum.digest.update(
                (digest == null ? "unread" : digest.hex()).getBytes(StandardCharsets.UTF_8));
    }

    public List<InventoryItem> items() {
        var items = new ArrayList<InventoryItem>();
        sums.forEach(
                (area, sum) ->
                        items.add(
                                InventoryItem.of(ItemKind.FILES, area, shown(area))
                                        .with(Trait.FILES, Long.toString(sum.files))
                                        .with(
                                                Trait.DIGEST,
                                                HexFormat.of().formatHex(sum.digest.digest()))));
        return items;
    }

    /** The area that a file belongs to. */
    public static String of(String path) {
        var parts = path.split("/", 4);
        if (parts.length < 2) {
            return path;
        }
        if (!parts[0].equals("wp-content")) {
            return parts[0] + "/";
        }
        if (parts.length == 2 || parts[1].equals("uploads")) {
            return path;
        }
        if (parts[1].equals("mu-plugins") && parts.length == 3) {
            return path;
        }
        return parts.length == 3 ? path : parts[0] + "/" + parts[1] + "/" + parts[2] + "/";
    }

    /** In one line: a file's name may hold whatever its maker wants. */
    public static String shown(String path) {
        return path.replaceAll("\\p{Cntrl}", "?");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
