package dev.cordon.infra.bootstrap.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is known to have happened in a log: its attacks, with their kinds, addresses and times. */
record Truth(List<Attack> attacks) {

    /**
     * @param kind a kind's label
     * @param what for people
     */
    record Attack(String kind, String what, Set<String> addresses, Instant start, Instant end) {}

    /** Reads {@code {"attacks": [{kind, technique, attacker_ips, malicious, start, end}]}}. */
    static Truth read(Path file) throws LogFile.Unreadable {
        try {
            var attacks = new ArrayList<Attack>();
            for (var node : JsonMapper.shared().readTree(Files.readString(file)).path("attacks")) {
                if (node.path("malicious").asBoolean(true)) {
                    attacks.add(attack(node));
                }
            }
            return new Truth(List.copyOf(attacks));
        } catch (IOException e) {
            throw new LogFile.Unreadable(file + " cannot be read: " + LogFile.reason(e));
        } catch (JacksonException | java.time.format.DateTimeParseException e) {
            throw new LogFile.Unreadable(file + " holds no labels");
        }
    }

    private static Attack attack(JsonNode node) {
        var addresses = new HashSet<String>();
        node.path("attacker_ips").forEach(each -> addresses.add(each.asString()));
        return new Attack(
                node.path("kind").asString(""),
                node.path("technique").asString(""),
                Set.copyOf(addresses),
                Instant.parse(node.path("start").asString("")),
                Instant.parse(node.path("end").asString("")));
    }
}
