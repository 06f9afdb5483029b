package dev.cordon.infra.detection;

import com.maxmind.db.CHMCache;
import com.maxmind.db.MaxMindDbParameter;
import com.maxmind.db.Metadata;
import com.maxmind.db.Reader;
import dev.cordon.domain.detection.Country;
import dev.cordon.domain.detection.log.Address;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file in the MaxMind DB format 2.0 (maxmind.github.io/MaxMind-DB), whose records hold {@code
 * country.iso_code}: GeoLite2 and GeoIP2 Country, City and Enterprise, and DB-IP's. It is in memory
 * as a whole, so that whoever writes over the file harms no reader.
 */
final class CountryFile {

    private static final long LARGEST = 512L * 1024 * 1024;
    private static final int IPV4 = 4;

    private final Reader reader;

    private CountryFile(Reader reader) {
        this.reader = reader;
    }

    /**
     * Reads it and tries it out.
     *
     * @throws IOException if it is larger than half a gibibyte, or not of that format
     */
    static CountryFile read(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new IOException("it is larger than " + LARGEST + " bytes");
        }
        try {
            var read =
                    new CountryFile(
                            new Reader(file.toFile(), Reader.FileMode.MEMORY, new CHMCache()));
            read.look(new Address(0, 0));
            return read;
        } catch (RuntimeException malformed) {
            throw new IOException("it is no database of the MaxMind DB format", malformed);
        }
    }

    Metadata metadata() {
        return reader.getMetadata();
    }

    /**
     * The country of the address; empty if the file does not know it.
     *
     * @throws IOException if the file is damaged there
     */
    Optional<Country> of(Address address) throws IOException {
        try {
            return look(address);
        } catch (RuntimeException malformed) {
            throw new IOException("the database is damaged", malformed);
        }
    }

    private Optional<Country> look(Address address) throws IOException {
        // Asked for an IPv6 address, a tree of IPv4 would answer for its first 32 bits.
        if (metadata().ipVersion() == IPV4 && !address.isIpv4()) {
            return Optional.empty();
        }
        return Optional.ofNullable(reader.get(inet(address), Found.class))
                .map(Found::country)
                .map(Place::code)
                .filter(Country::isCode)
                .map(Country::new);
    }

    private static InetAddress inet(Address address) {
        var bytes =
                ByteBuffer.allocate(2 * Long.BYTES)
                        .putLong(address.high())
                        .putLong(address.low())
                        .array();
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A record of the file, as far as it is of interest; public, for the library makes it. */
    public record Found(@MaxMindDbParameter(name = "country") @Nullable Place country) {}

    /** What a record says of a country; public as well. */
    public record Place(@MaxMindDbParameter(name = "iso_code") @Nullable String code) {}
}
