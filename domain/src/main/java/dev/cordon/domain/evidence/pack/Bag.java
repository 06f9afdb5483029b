package dev.cordon.domain.evidence.pack;

import dev.cordon.domain.evidence.pack.Finding.What;
import dev.cordon.domain.evidence.pack.PackageReader.Entry;
import dev.cordon.domain.kernel.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The outer form: a bag (RFC 8493) whose manifests list every file with its digest. Whoever changes
 * a file can write new manifests, so that this names faults and proves nothing.
 */
final class Bag {

    static final String DECLARATION = "bagit.txt";
    static final String PAYLOAD = "data/";
    static final String MANIFEST = "manifest-sha256.txt";
    static final String TAG_MANIFEST = "tagmanifest-sha256.txt";

    /** RFC 8493, section 2.1.1. */
    private static final String VERSION_1 =
            "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

    /** A described file is read whole, an entry of the evidence never. */
    private static final long MOST_READ = 64L << 20;

    private final PackageReader reader;
    private final Findings findings;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Map<String, Sha256> digests = new LinkedHashMap<>();

    Bag(PackageReader reader, Findings findings) {
        this.reader = reader;
        this.findings = findings;
        reader.entries().forEach(entry -> entries.put(entry.name(), entry));
    }

    Map<String, Entry> entries() {
        return entries;
    }

    boolean has(String name) {
        return entries.containsKey(name);
    }

    /** Reads every byte once. */
    void check() {
        var misdeclared = new ArrayList<String>();
        for (var entry : entries.values()) {
            var read = reader.digest(entry);
            digests.put(entry.name(), read.digest());
            if (!read.asDeclared()) {
                misdeclared.add(entry.name());
            }
        }
        text(DECLARATION)
                .filter(text -> !text.equals(VERSION_1))
                .ifPresent(_ -> findings.add(What.FILE_ALTERED, DECLARATION));
        var listed = manifest(TAG_MANIFEST, false);
        listed.putAll(manifest(MANIFEST, true));
        listed.forEach(this::holds);
        misdeclared.stream()
                .filter(name -> !findings.has(What.FILE_ALTERED, name))
                .forEach(name -> findings.add(What.HEADER_ALTERED, name));
        for (var name : entries.keySet()) {
            if (!listed.containsKey(name) && !name.equals(TAG_MANIFEST)) {
                findings.add(What.FILE_NOT_LISTED, name);
            }
        }
    }

    private void holds(String name, Sha256 expected) {
        var found = digests.get(name);
        if (found == null) {
            findings.add(What.FILE_MISSING, name);
        } else if (!found.equals(expected)) {
            findings.add(Finding.differs(What.FILE_ALTERED, name, expected.hex(), found.hex()));
        }
    }

    /** Lines of a digest, two spaces and a name; those of the payload, or those of all others. */
    private Map<String, Sha256> manifest(String name, boolean payload) {
        var listed = new LinkedHashMap<String, Sha256>();
        var text = text(name).orElse("");
        for (var line : text.lines().toList()) {
            var file = line.length() > 66 ? line.substring(66) : "";
            if (!line.matches("[0-9a-f]{64} {2}.+")
                    || file.startsWith(PAYLOAD) != payload
                    || listed.put(file, new Sha256(line.substring(0, 64))) != null) {
                findings.add(What.MANIFEST_MALFORMED, name);
                return listed;
            }
        }
        if (!text.isEmpty() && !text.endsWith("\n")) {
            findings.add(What.MANIFEST_MALFORMED, name);
        }
        return listed;
    }

    /** What lies there now; empty if nothing does. */
    Optional<Sha256> digest(String name) {
        return Optional.ofNullable(digests.get(name));
    }

    /** A small file; a finding and empty if it is not there or not small. */
    Optional<byte[]> bytes(String name) {
        var entry = entries.get(name);
        if (entry == null) {
            findings.add(What.FILE_MISSING, name);
            return Optional.empty();
        }
        if (entry.size() > MOST_READ) {
            findings.add(What.TOO_LARGE, name);
            return Optional.empty();
        }
        return Optional.of(reader.bytes(entry));
    }

    Optional<String> text(String name) {
        return bytes(name).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }
}
