package dev.cordon.infra.bootstrap.cli;

import dev.cordon.domain.detection.log.Address;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What really happened in a log, as whoever recorded it wrote it down. */
record Truth(List<Attack> attacks) {

    Truth {
        attacks = List.copyOf(attacks);
    }

    /**
     * An attack, or what only looks like one.
     *
     * @param kind by its label
     * @param what in words
     * @param malicious false for what must stay without an alert
     * @param addresses none where it came from nowhere in particular
     */
    record Attack(
            String kind,
            String what,
            boolean malicious,
            Instant start,
            Instant end,
            Set<Address> addresses) {

        Attack {
            addresses = Set.copyOf(addresses);
        }
    }

    /** Reads files of labels: an object whose {@code attacks} are a list. */
    static Truth of(List<Path> files) throws LogFile.Unreadable {
        var attacks = new ArrayList<Attack>();
        for (var file : files) {
            attacks.addAll(read(file));
        }
        return new Truth(attacks);
    }

    private static List<Attack> read(Path file) throws LogFile.Unreadable {
        try {
            var all = new ArrayList<Attack>();
            var root = JsonMapper.shared().readTree(Files.readAllBytes(file));
            for (var each : required(root, "attacks")) {
                all.add(attack(each));
            }
            return all;
        } catch (IOException e) {
            throw new LogFile.Unreadable(file + " cannot be read: " + LogFile.reason(e));
        } catch (StreamReadException e) {
            var at = e.getLocation();
            throw new LogFile.Unreadable(
                    "%s holds no labels: it is no JSON from line %d, column %d on"
                            .formatted(file, at.getLineNr(), at.getColumnNr()));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new LogFile.Unreadable(file + " holds no labels: " + e.getMessage());
        }
    }

    private static JsonNode required(JsonNode of, String name) {
        if (!of.hasNonNull(name)) {
            throw new IllegalArgumentException("\"" + name + "\" is missing");
        }
        return of.path(name);
    }

    private static Attack attack(JsonNode label) {
        var addresses = new HashSet<Address>();
        for (var each : label.path("attacker_ips")) {
            var text = each.asString();
            addresses.add(
                    Address.of(text)
                            .orElseThrow(
                                    () -> new IllegalArgumentException(text + " is no address")));
        }
        return new Attack(
                required(label, "kind").asString(),
                label.path("technique").asString(),
                required(label, "malicious").asBoolean(),
                Instant.parse(required(label, "start").asString()),
                Instant.parse(required(label, "end").asString()),
                addresses);
    }
}
