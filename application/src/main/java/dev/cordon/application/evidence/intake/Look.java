package dev.cordon.application.evidence.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

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
     * @param danger why it must not be opened by accident; null if nothing dangerous was seen
     * @param manifest the files within; null if no list was asked for, it is no tree, or not all of
     *     it could be read
     * @param unseen why not all of it could be looked into; null if it could
     */
    public record Seen(
            ContentForm form,
            Sha256 came,
            long size,
            long found,
            @Nullable String danger,
            @Nullable Manifest manifest,
            @Nullable String unseen) {}

    private static final int PUSHED = ContentForm.BEGINNING;

    /** Of what is within; what is not packed but only joined is found from outside too. */
    private static final class Tally {
        private long found;
    }

    private final Budget budget;
    private final ScannedStream raw;
    private final boolean lists;
    private final List<Manifest.Entry> files = new ArrayList<>();
    private boolean isTree;
    private @Nullable String danger;
    private @Nullable String unseen;

    private Look(InputStream content, boolean lists, Budget.Limits limits) {
        this.lists = lists;
        this.raw = new ScannedStream(content, false);
        this.budget = new Budget(limits, raw);
    }

    /**
     * Reads it to its end.
     *
     * @param name as it came
     * @param lists whether the files within are listed, if it is a tree
     * @throws IOException if the stream itself breaks off
     */
    public static Seen at(InputStream content, String name, boolean lists) throws IOException {
        return at(content, name, lists, Budget.Limits.USUAL);
    }

    static Seen at(InputStream content, String name, boolean lists, Budget.Limits limits)
            throws IOException {
        return new Look(content, lists, limits).seen(name);
    }

    private Seen seen(String name) throws IOException {
        var in = new PushbackInputStream(raw, PUSHED);
        var form = beginning(in, name);
        var within = new Tally();
        descend(in, form, name, 0, within, lists);
        in.transferTo(OutputStream.nullOutputStream());
        boolean isWhole = isTree && unseen == null;
        return new Seen(
                form,
                raw.came(),
                raw.size(),
                Math.max(raw.found(), within.found),
                danger,
                isWhole ? new Manifest(files) : null,
                unseen);
    }

    private ContentForm beginning(PushbackInputStream in, String name) throws IOException {
        var head = in.readNBytes(PUSHED);
        in.unread(head);
        if (danger == null) {
            danger = Dangers.of(head, head.length, name).orElse(null);
        }
        var form = ContentForm.of(head, head.length);
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
            InputStream in, ContentForm form, String name, int depth, Tally tally, boolean lists)
            throws IOException {
        if (form == ContentForm.CLOSED) {
            unseen = "it cannot be unpacked here, or is encrypted";
            return;
        }
        if (form == ContentForm.TEXT || form == ContentForm.BINARY) {
            return;
        }
        if (depth == budget.depth()) {
            unseen = "it holds archives in archives, more than " + budget.depth() + " deep";
            return;
        }
        try {
            switch (form) {
                case GZIP -> {
                    var inner = new GZIPInputStream(in);
                    member(inner, name.replaceFirst("(?i)\\.t?gz$", ""), depth + 1, tally, lists);
                }
                case ZIP -> zip(in, depth + 1, tally, lists);
                case TAR -> tar(in, depth + 1, tally, lists);
                case TEXT, BINARY, CLOSED -> throw new IllegalStateException(form.name());
            }
        } catch (IOException | IllegalArgumentException e) {
            var broken = raw.failure();
            if (broken != null) {
                throw broken;
            }
            unseen =
                    e instanceof Budget.Exceeded
                            ? String.valueOf(e.getMessage())
                            : "it is damaged, encrypted or packed in an unknown way";
        }
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
        var scanned = new ScannedStream(budget.counted(in), false);
        var pushed = new PushbackInputStream(scanned, PUSHED);
        var within = new Tally();
        try {
            descend(pushed, beginning(pushed, name), name, depth, within, lists);
            pushed.transferTo(OutputStream.nullOutputStream());
        } finally {
            tally.found += Math.max(scanned.found(), within.found);
        }
        return scanned;
    }
}
