package dev.cordon.domain.detection.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cordon.domain.detection.rule.RuleFile;
import dev.cordon.domain.detection.rule.RuleSet;
import dev.cordon.domain.detection.rule.SigmaLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** The rules that come with the program, for tests of the domain. */
public final class Pack {

    private static final Map<Map<String, List<String>>, RuleSet> LOADED = new ConcurrentHashMap<>();

    private Pack() {}

    public static RuleSet rules(DetectionSettings settings) {
        return LOADED.computeIfAbsent(
                settings.placeholders(), meant -> SigmaLoader.load(files(), meant));
    }

    /** The pack without the rules of such names. */
    public static RuleSet rulesWithout(DetectionSettings settings, Predicate<String> unwanted) {
        var some =
                files().stream()
                        .map(
                                file ->
                                        new RuleFile(
                                                file.name(),
                                                file.documents().stream()
                                                        .filter(each -> !isNamed(each, unwanted))
                                                        .toList()))
                        .toList();
        return SigmaLoader.load(some, settings.placeholders());
    }

    private static boolean isNamed(Object document, Predicate<String> names) {
        return document instanceof Map<?, ?> map && names.test(String.valueOf(map.get("name")));
    }

    public static List<RuleFile> files() {
        return text("index.txt").lines().map(name -> file(name, text(name))).toList();
    }

    public static RuleFile file(String name, String yaml) {
        var documents = new ArrayList<>();
        yaml().loadAll(yaml).forEach(documents::add);
        return new RuleFile(name, documents);
    }

    /** A date in a rule is a text. */
    private static Yaml yaml() {
        var loading = new LoaderOptions();
        var dumping = new DumperOptions();
        var resolver =
                new Resolver() {
                    @Override
                    public void addImplicitResolver(
                            Tag tag, Pattern pattern, String first, int limit) {
                        if (!tag.equals(Tag.TIMESTAMP)) {
                            super.addImplicitResolver(tag, pattern, first, limit);
                        }
                    }
                };
        return new Yaml(
                new SafeConstructor(loading), new Representer(dumping), dumping, loading, resolver);
    }

    private static String text(String name) {
        try (var in = Pack.class.getResourceAsStream("/rules/" + name)) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
