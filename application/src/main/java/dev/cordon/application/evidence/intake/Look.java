package dev.cordon.application.evidence.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.cordon.application.evidence.intake.Unpacking.Anew;
import dev.cordon.application.evidence.intake.Unpacking.Bench;
import dev.cordon.domain.evidence.intake.ContentForm;
import dev.cordon.domain.evidence.intake.Dangers;
import dev.cordon.domain.evidence.intake.Manifest;
import dev.cordon.domain.kernel.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** One look at content from its first byte to its last, and into what is packed within. */
public final class Look {

    /**
     * What was seen.
     *
     * @param size of what came, in bytes
     * @param found how many card numbers and verification codes are in it
     * @param encoded so many of them stand in Base64 or the like within text, where nothing can be
     *     blotted out; 0 if it is no text
     * @param danger why it must not be opened by accident; null if nothing dangerous was seen
     * @param manifest the files within; null if no list was asked for, it is no tree, or not all of
     *     it could be read
     * @param unseen why not all of it could be looked into; null if it could
     * @param packs whether it holds text that its own format packs, which nobody unpacks here: then
     *     not all of it was searched, though all of it was read
     */
    public record Seen(
            ContentForm form,
            Sha256 came,
            long size,
            long found,
            long encoded,
            @Nullable String danger,
            @Nullable Manifest manifest,
            @Nullable String unseen,
            boolean packs) {

        /** Whether nothing in it was left unsearched. */
        public boolean isSearched() {
            return unseen == null && !packs;
        }
    }

    private static final int PUSHED = ContentForm.BEGINNING;

    private final Budget budget;
    private final Reopened content;
    private final Unpacking unpacking;
    private final ScannedStream raw;
    private final ContentForm form;
    private final boolean lists;
    private final List<Manifest.Entry> files = new ArrayList<>();
    private @Nullable Bench bench;
    private boolean isTree;
    private @Nullable String danger;
    private @Nullable String unseen;
    private boolean packs;

    private Look(
            Anew content,
            InputStream opened,
            String name,
            boolean lists,
            Unpacking unpacking,
            Budget.Limits limits,
            OutputStream copy)
            throws IOException {
        this.content = new Reopened(content);
        this.lists = lists;
        this.unpacking = unpacking;
        var in = new PushbackInputStream(opened, PUSHED);
        this.form = beginning(in, name);
        this.raw = new ScannedStream(in, form == ContentForm.TEXT, copy);
        this.budget = new Budget(limits, raw);
    }

    /**
     * Whether content that begins so is opened more than once, since its directory stands at its
     * end. Any other is opened once.
     */
    public static boolean opensAgain(byte[] head) {
        return ContentForm.of(head, head.length) == ContentForm.SEVEN_Z;
    }

    /**
     * Reads it to its end.
     *
     * @param name as it came
     * @param lists whether the files within are listed, if it is a tree
     * @param copy gets all of it while it is looked at; text with its card numbers blotted out
     * @throws IOException if the content itself breaks off, or the copy does not take it
     */
    public static Seen at(
            Anew content, String name, boolean lists, Unpacking unpacking, OutputStream copy)
            throws IOException {
        return at(content, name, lists, unpacking, Budget.Limits.USUAL, copy);
    }

    static Seen at(
            Anew content,
            String name,
            boolean lists,
            Unpacking unpacking,
            Budget.Limits limits,
            OutputStream copy)
            throws IOException {
        try (var opened = content.open()) {
            return new Look(content, opened, name, lists, unpacking, limits, copy).seen(name);
        }
    }

    private Seen seen(String name) throws IOException {
        var within = new Tally();
        try {
            descend(raw, form, name, 0, within, lists);
            raw.transferTo(OutputStream.nullOutputStream());
        } finally {
            if (bench != null) {
                bench.close();
            }
        }
        boolean isWhole = isTree && unseen == null;
        return new Seen(
                form,
                raw.came(),
                raw.size(),
                within.with(form, raw),
                form == ContentForm.TEXT ? within.found : 0,
                danger,
                isWhole ? new Manifest(files) : null,
                unseen,
                packs);
    }

    /** Of what is within; what is not packed but only joined is found from outside too. */
    private static final class Tally {
        private long found;

        long with(ContentForm form, ScannedStream around) {
            return form == ContentForm.TEXT
                    ? around.found() + found
                    : Math.max(around.found(), found);
        }
    }

    private ContentForm beginning(PushbackInputStream in, String name) throws IOException {
        var head = in.readNBytes(PUSHED);
        in.unread(head);
        if (danger == null) {
            danger = Dangers.of(head, head.length, name).orElse(null);
        }
        var form = ContentForm.of(head, head.length);
        packs |= ContentForm.isPdf(head);
        if (danger == null && form == ContentForm.BINARY && holdsPhp(head)) {
            danger = Dangers.HIDDEN_PHP;
        }
        return form;
    }

    private static boolean holdsPhp(byte[] head) {
        return new String(head, ISO_8859_1).contains("<?php");
    }

    /** What cannot be unpacked is noted, and no reason not to take it. */
    private void descend(
            ScannedStream in, ContentForm form, String name, int depth, Tally tally, boolean lists)
            throws IOException {
        if (form == ContentForm.CLOSED) {
            unseen = "it cannot be unpacked here, or is encrypted";
            return;
        }
        if (form == ContentForm.BINARY) {
            return;
        }
        if (depth == budget.depth() && form != ContentForm.TEXT) {
            unseen = tooDeep();
            return;
        }
        try {
            switch (form) {
                case TEXT -> text(in, depth + 1, tally);
                case GZIP -> {
                    var inner = new GZIPInputStream(in);
                    member(inner, unpacked(name), depth + 1, tally, lists);
                }
                case XZ, BZIP2, ZSTD -> {
                    try (var inner = bench().stream(form, in, depth)) {
                        member(inner, unpacked(name), depth + 1, tally, lists);
                    }
                }
                case ZIP -> zip(in, depth + 1, tally, lists);
                case TAR -> tar(in, depth + 1, tally, lists);
                case SEVEN_Z -> sevenZ(in, depth, tally, lists);
                case BINARY, CLOSED -> throw new IllegalStateException(form.name());
            }
        } catch (IOException | IllegalArgumentException e) {
            var failure = raw.failure() == null ? content.failure() : raw.failure();
            if (failure != null) {
                throw failure;
            }
            if (in.failure() != null) {
                // Whatever broke around it is not read any further: that knows no end.
                throw e;
            }
            unseen =
                    e instanceof Budget.Exceeded
                            ? String.valueOf(e.getMessage())
                            : "it is damaged, encrypted or packed in an unknown way";
        }
    }

    private String tooDeep() {
        return "it holds archives in archives, more than " + budget.depth() + " deep";
    }

    private static String unpacked(String name) {
        return name.replaceFirst("(?i)\\.t?(gz|xz|bz2|zst)$", "");
    }

    private Bench bench() {
        var open = bench;
        if (open == null) {
            open = unpacking.open();
            bench = open;
        }
        return open;
    }

    private void text(ScannedStream in, int depth, Tally tally) throws IOException {
        long found = new EncodedText(in, within -> decoded(within, depth, tally)).read();
        tally.found += found;
    }

    /** What text quotes is not dangerous by itself: logs of attacks are full of it. */
    private void decoded(InputStream in, int depth, Tally tally) throws IOException {
        if (depth > budget.depth()) {
            unseen = tooDeep();
            return;
        }
        var before = danger;
        var unused = member(in, "", depth, tally, false);
        danger = before;
    }

    private void zip(InputStream in, int depth, Tally tally, boolean lists) throws IOException {
        isTree |= lists;
        var watched = new ZipEnd(in);
        var zip = new ZipInputStream(watched);
        for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (!entry.isDirectory()) {
                file(zip, entry.getName(), depth, tally, lists);
            }
        }
        watched.transferTo(OutputStream.nullOutputStream());
        if (!watched.isThere()) {
            throw new IOException("the ZIP is cut off");
        }
    }

    private void tar(InputStream in, int depth, Tally tally, boolean lists) throws IOException {
        isTree |= lists;
        var tar = new TarReader(in);
        for (var file = tar.next(); file != null; file = tar.next()) {
            file(file.content(), file.path(), depth, tally, lists);
        }
    }

    /** Its directory stands at its end: the outermost is read anew, one within is held. */
    private void sevenZ(ScannedStream in, int depth, Tally tally, boolean lists)
            throws IOException {
        isTree |= lists;
        Anew anew = content;
        if (in == raw) {
            in.transferTo(OutputStream.nullOutputStream());
        } else {
            anew = Held.of(in);
        }
        try (var packed = bench().sevenZ(anew, depth)) {
            for (var file = packed.next(); file != null; file = packed.next()) {
                file(file.content(), file.path(), depth + 1, tally, lists);
            }
        }
    }

    private void file(InputStream in, String path, int depth, Tally tally, boolean lists)
            throws IOException {
        budget.file(path, Manifest.LONGEST_PATH);
        if (path.endsWith("vbaProject.bin") && danger == null) {
            danger = "office-macros";
        }
        var member = member(in, path, depth, tally, false);
        if (lists) {
            files.add(new Manifest.Entry(path, member.size(), member.came()));
        }
    }

    /** Looks at what is packed within to its end. */
    private ScannedStream member(InputStream in, String name, int depth, Tally tally, boolean lists)
            throws IOException {
        var pushed = new PushbackInputStream(budget.counted(in), PUSHED);
        var form = beginning(pushed, name);
        var scanned = new ScannedStream(pushed, form == ContentForm.TEXT);
        var within = new Tally();
        try {
            descend(scanned, form, name, depth, within, lists);
            scanned.transferTo(OutputStream.nullOutputStream());
        } finally {
            tally.found += within.with(form, scanned);
        }
        return scanned;
    }
}
