package dev.cordon.woocommerce.store;

import dev.cordon.application.store.VulnerabilityFeed;
import dev.cordon.application.store.VulnerabilityFeedFile;
import dev.cordon.domain.store.vulnerability.VersionRange;
import dev.cordon.domain.store.vulnerability.Vulnerability;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file in the format of the vulnerability feed of Wordfence Intelligence (version 2 or 3,
 * production): one JSON object with a property for each vulnerability. Read one after the other.
 * What lacks a name or a range is left out.
 */
public final class WordfenceFeed implements VulnerabilityFeed, VulnerabilityFeedFile {

    private static final JsonMapper JSON =
            JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
    private static final int LONGEST = 300;

    /** Some twice as large as the feed is. */
    private static final long LARGEST = 512L << 20;

    private final Path file;
    private final long largest;

    public WordfenceFeed(Path file) {
        this(file, LARGEST);
    }

    /**
     * @param largest in bytes
     */
    WordfenceFeed(Path file, long largest) {
        this.file = file;
        this.largest = largest;
    }

    @Override
    public Outcome replace(InputStream feed) throws IOException {
        var folder = Files.createDirectories(file.toAbsolutePath().getParent());
        var coming = Files.createTempFile(folder, "vulnerabilities", ".coming");
        try {
            if (!keep(feed, coming)) {
                return Outcome.Refused.TOO_LARGE;
            }
            var named = new AtomicLong();
            var read = read(coming, each -> named.addAndGet(each.software().size()));
            if (!read.isWhole()) {
                return Outcome.Refused.NOT_WHOLE;
            }
            if (named.get() == 0) {
                return Outcome.Refused.EMPTY;
            }
            Files.move(coming, file, StandardCopyOption.ATOMIC_MOVE);
            return new Outcome.Replaced(read.records());
        } finally {
            Files.deleteIfExists(coming);
        }
    }

    /** Whether it is no larger than may be. */
    private boolean keep(InputStream feed, Path coming) throws IOException {
        long came = 0;
        try (var out = Files.newOutputStream(coming)) {
            var piece = new byte[64 * 1024];
            for (int got = feed.read(piece); got >= 0; got = feed.read(piece)) {
                came += got;
                if (came > largest) {
                    return false;
                }
                out.write(piece, 0, got);
            }
        }
        return true;
    }

    @Override
    public Read read(Consumer<Vulnerability> each) {
        return read(file, each);
    }

    private static Read read(Path file, Consumer<Vulnerability> each) {
        long records = 0;
        Instant at = null;
        try {
            if (!Files.isRegularFile(file)) {
                return new Read(null, 0, null);
            }
            at = Files.getLastModifiedTime(file).toInstant();
            try (var parser =
                    JSON.createParser(new BufferedInputStream(Files.newInputStream(file)))) {
                if (parser.nextToken() != JsonToken.START_OBJECT) {
                    return new Read(at, 0, "it is no object of vulnerabilities");
                }
                while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                    var id = parser.currentName();
                    parser.nextToken();
                    JsonNode node = JSON.readTree(parser);
                    each.accept(vulnerability(id, node));
                    records++;
                }
            }
            return new Read(at, records, null);
        } catch (JacksonException e) {
            return new Read(at, records, "it is no JSON behind vulnerability " + records);
        } catch (IOException e) {
            return new Read(at, records, "it cannot be read");
        }
    }

    private static Vulnerability vulnerability(String id, JsonNode node) {
        var score = node.path("cvss").path("score");
        return new Vulnerability(
                cut(id),
                cut(text(node, "title")),
                emptyAsNull(text(node, "cve")),
                score.isNumber() ? Double.valueOf(score.asDouble()) : null,
                link(node),
                copyright(node.path("copyrights")),
                software(node.path("software")));
    }

    private static List<Vulnerability.Software> software(JsonNode list) {
        var all = new ArrayList<Vulnerability.Software>();
        for (var software : list) {
            var type =
                    switch (text(software, "type")) {
                        case "core" -> Vulnerability.Type.CORE;
                        case "plugin" -> Vulnerability.Type.PLUGIN;
                        case "theme" -> Vulnerability.Type.THEME;
                        default -> null;
                    };
            var slug = text(software, "slug");
            if (type != null && !slug.isEmpty()) {
                all.add(
                        new Vulnerability.Software(
                                type,
                                cut(slug),
                                ranges(software.path("affected_versions")),
                                patched(software)));
            }
        }
        return all;
    }

    private static List<VersionRange> ranges(JsonNode affected) {
        var ranges = new ArrayList<VersionRange>();
        for (var range : affected) {
            var from = text(range, "from_version");
            var to = text(range, "to_version");
            if (!from.isEmpty() && !to.isEmpty()) {
                ranges.add(
                        new VersionRange(
                                from,
                                range.path("from_inclusive").asBoolean(true),
                                to,
                                range.path("to_inclusive").asBoolean(true)));
            }
        }
        return ranges;
    }

    private static List<String> patched(JsonNode software) {
        var versions = new ArrayList<String>();
        software.path("patched_versions").forEach(each -> versions.add(cut(each.asString(""))));
        return versions;
    }

    private static @Nullable String link(JsonNode node) {
        for (var reference : node.path("references")) {
            var address = reference.asString("");
            if (address.matches("https?://[\\x21-\\x7e]{1,1900}")) {
                return address;
            }
        }
        return null;
    }

    /** Each holder's notice and licence, as the feed asks for them to be shown. */
    private static String copyright(JsonNode copyrights) {
        return copyrights
                .propertyStream()
                .map(
                        each ->
                                each.getValue().isString()
                                        ? each.getValue().asString()
                                        : text(each.getValue(), "notice")
                                                + " "
                                                + text(each.getValue(), "license_url"))
                .map(String::strip)
                .filter(said -> !said.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static @Nullable String emptyAsNull(String text) {
        return text.isEmpty() ? null : cut(text);
    }

    private static String cut(String text) {
        var line = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST);
    }

    private static String text(JsonNode node, String field) {
        var value = node.path(field);
        return value.isValueNode() && !value.isNull() ? value.asString("").strip() : "";
    }
}
