package dev.cordon.infra.detection;

import dev.cordon.domain.detection.rule.RuleFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Rule files in YAML: those that come with the program, and those of a folder. Only plain maps,
 * lists and texts are read, within limits, so that a hostile file costs nothing.
 */
public final class RuleFiles {

    private static final String PACK = "/rules/";
    private static final int LARGEST = 1024 * 1024;
    private static final int MOST_FILES = 20_000;
    private static final int DEEPEST = 40;

    private RuleFiles() {}

    /** The rules that come with the program. */
    public static List<RuleFile> pack() {
        var files = new ArrayList<RuleFile>();
        for (var name : text(resource("index.txt")).lines().toList()) {
            files.add(parse(name, text(resource(name))));
        }
        return files;
    }

    /**
     * All {@code .yml} and {@code .yaml} files of a folder and of the folders in it, by name.
     *
     * @throws IOException if the folder cannot be read
     */
    public static List<RuleFile> folder(Path folder) throws IOException {
        var files = new ArrayList<RuleFile>();
        try (var paths = Files.walk(folder)) {
            for (var path :
                    paths.filter(Files::isRegularFile)
                            .filter(RuleFiles::isYaml)
                            .sorted()
                            .limit(MOST_FILES)
                            .toList()) {
                var name = folder.relativize(path).toString();
                files.add(
                        Files.size(path) > LARGEST
                                ? new RuleFile(name, List.of("too large"))
                                : parse(name, Files.readString(path)));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return files;
    }

    /** A file that is no YAML holds one document that is no rule, so that loading refuses it. */
    static RuleFile parse(String name, String text) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(50);
        options.setNestingDepthLimit(DEEPEST);
        options.setCodePointLimit(LARGEST);
        var documents = new ArrayList<@Nullable Object>();
        try {
            new Yaml(new SafeConstructor(options)).loadAll(text).forEach(documents::add);
        } catch (YAMLException | StackOverflowError e) {
            return new RuleFile(name, List.of("not YAML"));
        }
        return new RuleFile(name, documents);
    }

    private static boolean isYaml(Path path) {
        var name = path.getFileName().toString();
        return name.endsWith(".yml") || name.endsWith(".yaml");
    }

    private static InputStream resource(String name) {
        var stream = RuleFiles.class.getResourceAsStream(PACK + name);
        if (stream == null) {
            throw new IllegalStateException("the program lacks its rule file " + name);
        }
        return stream;
    }

    private static String text(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
