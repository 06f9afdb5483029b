package dev.cordon.infra.pack;

import dev.cordon.domain.evidence.pack.Finding;
import dev.cordon.domain.evidence.pack.Finding.What;
import dev.cordon.domain.evidence.pack.PackageReader;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.infra.pack.ZipForm.Part;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * A package's file, read by position. Its frame is computed anew from its directory and compared,
 * so that two programs cannot see two different packages in it. Nothing is unpacked; nothing
 * compressed is taken, so that nothing can burst.
 */
public final class PackageFile implements PackageReader, AutoCloseable {

    /** How the file's own end is called in findings. */
    static final String WHOLE = "package";

    private static final int MOST_ENTRIES = 60_000;
    private static final int LONGEST_DIRECTORY = 16 << 20;
    private static final int CHUNK = 1 << 18;
    private static final int FARTHEST_END = ZipForm.END_LENGTH + ZipForm.MAX_16;

    private final SeekableByteChannel file;
    private final long length;
    private final List<Finding> irregularities = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Place> places = new HashMap<>();

    private record Place(long content, Part part) {}

    private record Directory(long begin, int length, long count) {}

    /** It cannot be read as a package at all. */
    public static final class Unreadable extends Exception {
        private final transient Finding why;

        Unreadable(Finding why) {
            super(why.what() + " " + why.where());
            this.why = why;
        }

        public Finding why() {
            return why;
        }
    }

    private PackageFile(SeekableByteChannel file) throws IOException {
        this.file = file;
        this.length = file.size();
    }

    /**
     * @throws IOException if the file itself cannot be read
     */
    public static PackageFile open(Path path) throws IOException, Unreadable {
        return open(Files.newByteChannel(path));
    }

    static PackageFile open(SeekableByteChannel channel) throws IOException, Unreadable {
        try {
            var opened = new PackageFile(channel);
            opened.read(opened.directory());
            return opened;
        } catch (IOException | Unreadable | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private Directory directory() throws IOException, Unreadable {
        long end = end();
        var bytes = at(end, ZipForm.END_LENGTH);
        long count = Short.toUnsignedLong(bytes.getShort(10));
        long size = Integer.toUnsignedLong(bytes.getInt(12));
        long begin = Integer.toUnsignedLong(bytes.getInt(16));
        if (count == ZipForm.MAX_16 || size == ZipForm.MAX_32 || begin == ZipForm.MAX_32) {
            long large = end - ZipForm.LOCATOR_64_LENGTH - ZipForm.END_64_LENGTH;
            if (large < 0 || at(large, 4).getInt(0) != ZipForm.END_64) {
                throw unreadable(What.BREAKS_OFF);
            }
            var end64 = at(large, ZipForm.END_64_LENGTH);
            count = end64.getLong(32);
            size = end64.getLong(40);
            begin = end64.getLong(48);
        }
        if (count < 0 || count > MOST_ENTRIES || size < 0 || size > LONGEST_DIRECTORY) {
            throw unreadable(What.TOO_LARGE);
        }
        if (begin < 0 || begin > end - size) {
            throw unreadable(What.BREAKS_OFF);
        }
        var written = ZipForm.end(count, begin, size);
        if (begin + size + written.length != end + ZipForm.END_LENGTH
                || !Arrays.equals(at(begin + size, written.length).array(), written)) {
            irregularities.add(Finding.at(What.STRAY_BYTES, WHOLE));
        }
        return new Directory(begin, (int) size, count);
    }

    /** Where the end record begins; bytes after it are told. */
    private long end() throws IOException, Unreadable {
        if (length >= ZipForm.END_LENGTH) {
            long from = Math.max(0, length - FARTHEST_END);
            var tail = at(from, (int) (length - from));
            for (int i = tail.capacity() - ZipForm.END_LENGTH; i >= 0; i--) {
                if (tail.getInt(i) == ZipForm.END) {
                    if (from + i + ZipForm.END_LENGTH != length) {
                        irregularities.add(Finding.at(What.STRAY_BYTES, WHOLE));
                    }
                    return from + i;
                }
            }
        }
        boolean begun = length >= 4 && at(0, 4).getInt(0) == ZipForm.LOCAL;
        throw unreadable(begun ? What.BREAKS_OFF : What.NOT_A_PACKAGE);
    }

    private static Unreadable unreadable(What what) {
        return new Unreadable(Finding.at(what, WHOLE));
    }

    private void read(Directory directory) throws IOException, Unreadable {
        var bytes = at(directory.begin(), directory.length());
        var names = new HashSet<String>();
        var before = "";
        long expected = 0;
        for (long i = 0; i < directory.count(); i++) {
            int begin = bytes.position();
            var line = line(bytes);
            var part = line.part();
            var name = part.name();
            if (!NamesInPackages.mayBe(name)) {
                irregular(What.NAME_REFUSED, printable(name));
                return;
            }
            if (!names.add(name.toLowerCase(Locale.ROOT))) {
                irregular(What.NAME_TWICE, name);
                return;
            }
            if (!Arrays.equals(
                    ZipForm.central(part, line.offset()),
                    Arrays.copyOfRange(bytes.array(), begin, bytes.position()))) {
                irregular(What.ENTRY_REFUSED, name);
            }
            if (line.offset() != expected) {
                irregular(What.STRAY_BYTES, name);
            }
            // Files that share bytes could make a small package take for ever to read.
            if (line.offset() < expected) {
                return;
            }
            if (name.compareTo(before) < 0) {
                irregular(What.FILE_OUT_OF_ORDER, name);
            }
            expected = place(line, directory.begin());
            before = name;
        }
        if (bytes.hasRemaining() || expected != directory.begin()) {
            irregular(What.STRAY_BYTES, WHOLE);
        }
    }

    private record Line(Part part, long offset) {}

    private static Line line(ByteBuffer bytes) throws Unreadable {
        int begin = bytes.position();
        if (bytes.remaining() < 46 || bytes.getInt(begin) != ZipForm.CENTRAL) {
            throw unreadable(What.BREAKS_OFF);
        }
        int nameLength = Short.toUnsignedInt(bytes.getShort(begin + 28));
        int extraLength = Short.toUnsignedInt(bytes.getShort(begin + 30));
        int comment = Short.toUnsignedInt(bytes.getShort(begin + 32));
        if (bytes.remaining() < 46 + nameLength + extraLength + comment) {
            throw unreadable(What.BREAKS_OFF);
        }
        var name = new String(bytes.array(), begin + 46, nameLength, StandardCharsets.UTF_8);
        long size = Integer.toUnsignedLong(bytes.getInt(begin + 24));
        long offset = Integer.toUnsignedLong(bytes.getInt(begin + 42));
        int extra = begin + 46 + nameLength + 4;
        int left = extraLength - 4;
        if (size == ZipForm.MAX_32 && left >= 16) {
            size = bytes.getLong(extra);
            extra += 16;
            left -= 16;
        }
        if (offset == ZipForm.MAX_32 && left >= 8) {
            offset = bytes.getLong(extra);
        }
        bytes.position(begin + 46 + nameLength + extraLength + comment);
        return new Line(new Part(name, size, bytes.getInt(begin + 16)), offset);
    }

    /** Takes in a file whose header stands where it should; returns where the next one begins. */
    private long place(Line line, long limit) throws IOException {
        var part = line.part();
        var header = ZipForm.local(part);
        long content = line.offset() + header.length;
        if (line.offset() < 0
                || part.size() < 0
                || content < 0
                || content > limit
                || part.size() > limit - content) {
            irregular(What.HEADER_ALTERED, part.name());
            return line.offset();
        }
        if (!Arrays.equals(at(line.offset(), header.length).array(), header)) {
            irregular(What.HEADER_ALTERED, part.name());
        }
        entries.add(new Entry(part.name(), part.size()));
        places.put(part.name(), new Place(content, part));
        return content + part.size();
    }

    private void irregular(What what, String where) {
        if (irregularities.size() < 100) {
            irregularities.add(Finding.at(what, where));
        }
    }

    private static String printable(String name) {
        var plain = name.replaceAll("[^\\x20-\\x7e]", "?");
        return plain.substring(0, Math.min(plain.length(), 100));
    }

    private ByteBuffer at(long position, int size) throws IOException {
        var bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        file.position(position);
        while (bytes.hasRemaining()) {
            if (file.read(bytes) < 0) {
                throw new EOFException("the file became shorter while it was read");
            }
        }
        return bytes.flip();
    }

    @Override
    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    @Override
    public List<Finding> irregularities() {
        return List.copyOf(irregularities);
    }

    @Override
    public Digested digest(Entry entry) {
        var place = place(entry);
        var digest = Sha256.newDigest();
        var crc = new CRC32();
        try {
            for (long done = 0; done < entry.size(); ) {
                int some = (int) Math.min(CHUNK, entry.size() - done);
                var bytes = at(place.content() + done, some).array();
                digest.update(bytes);
                crc.update(bytes);
                done += some;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Digested(
                Sha256.ofDigest(digest.digest()), (int) crc.getValue() == place.part().crc());
    }

    @Override
    public byte[] bytes(Entry entry) {
        try {
            return at(place(entry).content(), Math.toIntExact(entry.size())).array();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Place place(Entry entry) {
        var place = places.get(entry.name());
        if (place == null) {
            throw new IllegalArgumentException("not of this file: " + entry.name());
        }
        return place;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
