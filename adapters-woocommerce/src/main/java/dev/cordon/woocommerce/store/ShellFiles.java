package dev.cordon.woocommerce.store;

import dev.cordon.application.store.FileLister;
import dev.cordon.application.store.StoreShell;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.store.ShellCommand;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreAnswer;
import dev.cordon.domain.store.StoreFailure;
import dev.cordon.domain.store.inventory.FileEntry;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lists files with {@code find} and has {@code sha256sum} read those that were touched since the
 * last time. A file counts as untouched while its size, the times of its content and of itself, and
 * its place on the disk are the same: {@code touch} sets the one time and not the other.
 */
public final class ShellFiles implements FileLister {

    /**
     * Caches, logs, what updates leave behind and what Wordfence notes for itself change all the
     * time; among uploads only what the web server may run or obey matters, and nothing of a
     * gibibyte is run. A last line says how {@code find} ended: what it did not get to see is not
     * gone.
     */
    private static final String LIST =
            """
            { find . -ignore_readdir_race \\( -path ./wp-content/cache -o -path ./wp-content/upgrade \\
                -o -path ./wp-content/upgrade-temp-backup \\
                -o -name .git ! -path './wp-content/uploads/*' \\) -prune -o \\
              \\( -type f -o -type l \\) ! -name '*.log' ! -name error_log ! -name php_errorlog \\
              ! \\( -path './wp-content/wflogs/*' \\( -name 'config*.php' -o -name attack-data.php \\
                -o -name ips.php -o -name rules.php -o -name template.php -o -name '*.mmdb' \\) \\) \\
              -size -1048576k \\
              \\( ! -path './wp-content/uploads/*' -o -iname '*.php*' -o -iname '*.phtml' \\
                -o -iname '*.phar' -o -iname '*.inc' -o -iname '*.cgi' -o -iname '*.pl' \\
                -o -iname '*.py' -o -iname '*.sh' -o -name .htaccess -o -name .user.ini \\) \\
              -printf '%P\\t%s\\t%T@\\t%C@\\t%i\\t%y\\t%l\\0'
              printf '\\t%s\\0' "$?"; } | LC_ALL=C sort -z
            """;

    /** 123 says that some file was not there any more, or not to be read. */
    private static final String READ = "xargs -0 -r sha256sum -z -- 2>/dev/null || test $? -eq 123";

    private static final Pattern LINE =
            Pattern.compile(
                    "(.+)\\t([0-9]+)\\t([0-9.]+\\t[0-9.]+\\t[0-9]+\\t[fl])\\t(.*)", Pattern.DOTALL);

    private static final Pattern END = Pattern.compile("\\t([0-9]{1,3})");

    private static final int NO_END = -1;

    /** As {@code find} says that it could not look everywhere. */
    private static final int NOT_ALL = 1;

    private static final int DIGEST = 64;

    private static final Duration LISTING = Duration.ofMinutes(10);
    private static final Duration READING = Duration.ofHours(1);

    private final StoreShell shell;

    public ShellFiles(StoreShell shell) {
        this.shell = shell;
    }

    @Override
    public StoreAnswer<Listed> list(Store store, Iterator<FileEntry> earlier, Into into)
            throws IOException {
        var notes = Files.createTempFile("cordon-files", ".notes");
        try {
            var listing = ShellCommand.script("list files", LIST).within(LISTING);
            var listed = shell.read(store, listing, out -> note(out, earlier, notes));
            return switch (listed) {
                case StoreAnswer.Failed<Noted>(var why) -> new StoreAnswer.Failed<>(why);
                case StoreAnswer.Ok<Noted>(var noted) when noted.exit() == NO_END ->
                        new StoreAnswer.Failed<>(new StoreFailure.Truncated());
                case StoreAnswer.Ok<Noted>(var noted) when noted.exit() > NOT_ALL ->
                        new StoreAnswer.Failed<>(
                                new StoreFailure.CommandFailed(listing.name(), noted.exit()));
                case StoreAnswer.Ok<Noted>(var noted) when noted.files() == 0 ->
                        new StoreAnswer.Failed<>(
                                new StoreFailure.NotUnderstood(
                                        "no file was listed; that takes GNU find and sort"));
                case StoreAnswer.Ok<Noted>(var noted) ->
                        read(store, notes, noted.unread(), into)
                                .map(read -> noted.exit() == 0 ? read : read.inPart());
            };
        } finally {
            Files.deleteIfExists(notes);
        }
    }

    /**
     * How many files there are, and how many of them are to be read.
     *
     * @param exit how listing them ended; {@link #NO_END} if it does not say
     */
    private record Noted(long files, long unread, int exit) {}

    /** Notes each file, with its digest if it is untouched. */
    private static Noted note(InputStream out, Iterator<FileEntry> earlier, Path notes)
            throws IOException {
        long count = 0;
        long unread = 0;
        int exit = NO_END;
        FileEntry before = null;
        var in = new BufferedInputStream(out);
        try (var noted =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(notes)))) {
            for (var line = upToNul(in); line != null; line = upToNul(in)) {
                var end = END.matcher(line);
                if (end.matches()) {
                    exit = Integer.parseInt(end.group(1));
                }
                var file = parsed(line);
                if (file == null) {
                    continue;
                }
                while ((before == null || before.compareTo(file) < 0) && earlier.hasNext()) {
                    before = earlier.next();
                }
                if (file.digest() == null && before != null && file.isUntouchedSince(before)) {
                    file = file.with(before.digest());
                }
                unread += file.digest() == null ? 1 : 0;
                count++;
                write(noted, file);
            }
        }
        return new Noted(count, unread, exit);
    }

    private StoreAnswer<Listed> read(Store store, Path notes, long unread, Into into)
            throws IOException {
        if (unread == 0) {
            try (var files = open(notes)) {
                return new StoreAnswer.Ok<>(handOver(files, null, into));
            }
        }
        var reading = ShellCommand.script("read files", READ).within(READING);
        try (var paths = new Paths(open(notes));
                var files = open(notes)) {
            return shell.read(
                    store,
                    reading,
                    paths,
                    out -> handOver(files, new BufferedInputStream(out), into));
        }
    }

    /** Digests come in the order of the files; one that is missing belongs to an unread file. */
    private static Listed handOver(DataInputStream files, @Nullable InputStream digests, Into into)
            throws IOException {
        long count = 0;
        long read = 0;
        var said = digests == null ? null : upToNul(digests);
        for (var file = next(files); file != null; file = next(files)) {
            if (file.digest() == null && said != null && digests != null && isOf(said, file)) {
                file = file.with(new Sha256(said.substring(0, DIGEST)));
                said = upToNul(digests);
                read++;
            }
            into.take(file);
            count++;
        }
        return Listed.of(count, read);
    }

    /** {@code DIGEST PATH}, as {@code sha256sum -z} writes it. */
    private static boolean isOf(String said, FileEntry file) {
        return said.length() > DIGEST + 2 && said.substring(DIGEST + 2).equals(file.path());
    }

    private static @Nullable FileEntry parsed(String line) {
        var parts = LINE.matcher(line);
        if (!parts.matches()) {
            return null;
        }
        var stamp = parts.group(3);
        var leads = parts.group(4);
        var digest = stamp.endsWith("l") ? Sha256.of(leads.getBytes(StandardCharsets.UTF_8)) : null;
        return new FileEntry(
                parts.group(1), Long.parseLong(parts.group(2)), stamp.replace('\t', ' '), digest);
    }

    /** Up to the next NUL; null at the end. */
    private static @Nullable String upToNul(InputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream(128);
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (b == 0) {
                return bytes.toString(StandardCharsets.UTF_8);
            }
            bytes.write(b);
        }
        return null;
    }

    private static void write(DataOutputStream out, FileEntry file) throws IOException {
        var path = file.path().getBytes(StandardCharsets.UTF_8);
        var digest = file.digest();
        out.writeInt(path.length);
        out.write(path);
        out.writeLong(file.size());
        out.writeUTF(file.stamp());
        out.writeUTF(digest == null ? "" : digest.hex());
    }

    private static @Nullable FileEntry next(DataInputStream in) throws IOException {
        int length;
        try {
            length = in.readInt();
        } catch (EOFException end) {
            return null;
        }
        var path = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        var size = in.readLong();
        var stamp = in.readUTF();
        var digest = in.readUTF();
        return new FileEntry(path, size, stamp, digest.isEmpty() ? null : new Sha256(digest));
    }

    private static DataInputStream open(Path notes) throws IOException {
        return new DataInputStream(new BufferedInputStream(Files.newInputStream(notes)));
    }

    /** The paths of the files that are to be read, each with a NUL behind it. */
    private static final class Paths extends InputStream {

        private final DataInputStream files;
        private byte[] path = new byte[0];
        private int at;

        Paths(DataInputStream files) {
            this.files = files;
        }

        @Override
        public int read() throws IOException {
            return fill() ? path[at++] & 0xff : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (!fill()) {
                return -1;
            }
            int some = Math.min(length, path.length - at);
            System.arraycopy(path, at, into, offset, some);
            at += some;
            return some;
        }

        private boolean fill() throws IOException {
            while (at == path.length) {
                var file = next(files);
                if (file == null) {
                    return false;
                }
                if (file.digest() == null) {
                    path = (file.path() + '\0').getBytes(StandardCharsets.UTF_8);
                    at = 0;
                }
            }
            return true;
        }

        @Override
        public void close() throws IOException {
            files.close();
        }
    }
}
