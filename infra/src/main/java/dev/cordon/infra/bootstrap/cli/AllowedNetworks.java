package dev.cordon.infra.bootstrap.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cordon.domain.detection.engine.Allowed;
import dev.cordon.infra.bootstrap.cli.LogFile.Unreadable;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Networks whose owners the user knows: one as it is given, or a file with one a line. */
final class AllowedNetworks {

    private static final long LARGEST = 1 << 20;

    private AllowedNetworks() {}

    static List<Allowed> read(String given) throws Unreadable {
        return given.contains("=") ? List.of(network(given, "--allow")) : file(given);
    }

    private static List<Allowed> file(String name) throws Unreadable {
        var all = new ArrayList<Allowed>();
        try {
            var file = Path.of(name);
            if (Files.size(file) > LARGEST) {
                throw new Unreadable(name + " is too large for a list of networks");
            }
            int number = 0;
            for (var line : Files.readAllLines(file, UTF_8)) {
                number++;
                var text = line.replaceFirst("#.*", "").strip();
                if (!text.isEmpty()) {
                    all.add(network(text, name + ", line " + number));
                }
            }
        } catch (NoSuchFileException | InvalidPathException e) {
            throw new Unreadable(
                    name + " is neither a file nor a network such as office=192.0.2.0/24");
        } catch (CharacterCodingException e) {
            throw new Unreadable(name + " is no text");
        } catch (IOException e) {
            throw new Unreadable(name + " cannot be read: " + LogFile.reason(e));
        }
        return all;
    }

    private static Allowed network(String text, String where) throws Unreadable {
        try {
            return Allowed.of(text);
        } catch (IllegalArgumentException e) {
            throw new Unreadable(where + ": " + e.getMessage());
        }
    }
}
