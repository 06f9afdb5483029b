package dev.cordon.woocommerce.store;

import dev.cordon.domain.store.ShellOutput;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code wp plugin verify-checksums --all --format=json}. Without a way to wordpress.org it says
 * success and has verified nothing, so the counts are read and the exit code is not.
 *
 * @param failed how many plugins have files that were never published
 * @param differing the files of each of these, from the plugin's folder; read from the list, which
 *     may have been cut off
 * @param unpublished the plugins that nothing is published for
 */
record WpCliChecksums(
        int verified,
        int of,
        int failed,
        int skipped,
        Map<String, List<String>> differing,
        Set<String> unpublished) {

    static final String[] COMMAND = {"plugin", "verify-checksums", "--all", "--format=json"};

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Pattern COUNTS =
            Pattern.compile("[Vv]erified ([0-9]{1,6}) of ([0-9]{1,6}) plugins?(.*)");
    private static final Pattern FAILED = Pattern.compile("([0-9]{1,6}) failed");
    private static final Pattern SKIPPED = Pattern.compile("([0-9]{1,6}) skipped");
    private static final Pattern LEFT_OUT =
            Pattern.compile(
                    "(?md)^Warning: Could not retrieve the .* plugin ([^,\\s]+), skipping\\.$");

    WpCliChecksums {
        differing = Map.copyOf(differing);
        unpublished = Set.copyOf(unpublished);
    }

    /** Where nothing was counted, nothing was verified. */
    static WpCliChecksums of(ShellOutput said) {
        var text = said.out() + "\n" + said.err();
        var leftOut = new TreeSet<String>();
        LEFT_OUT.matcher(text).results().forEach(each -> leftOut.add(each.group(1)));
        var counts = COUNTS.matcher(text);
        return counts.find()
                ? new WpCliChecksums(
                        Integer.parseInt(counts.group(1)),
                        Integer.parseInt(counts.group(2)),
                        count(FAILED, counts.group(3)),
                        count(SKIPPED, counts.group(3)),
                        differing(said),
                        leftOut)
                : new WpCliChecksums(0, 0, 0, 0, differing(said), leftOut);
    }

    /**
     * Whether that plugin is what its author published: it is none of those that failed or were
     * left out, and all of these were named.
     *
     * @param plugin the name of its folder
     */
    boolean bearsOut(String plugin) {
        return verified > 0
                && verified + failed + skipped == of
                && differing.size() == failed
                && unpublished.size() == skipped
                && !differing.containsKey(plugin)
                && !unpublished.contains(plugin);
    }

    private static int count(Pattern what, String counts) {
        var found = what.matcher(counts);
        return found.find() ? Integer.parseInt(found.group(1)) : 0;
    }

    private static Map<String, List<String>> differing(ShellOutput said) {
        var list = list(said);
        return list == null
                ? Map.of()
                : list.valueStream()
                        .filter(each -> each.path("plugin_name").isString())
                        .collect(
                                Collectors.groupingBy(
                                        each -> each.path("plugin_name").asString(),
                                        TreeMap::new,
                                        Collectors.mapping(
                                                each -> each.path("file").asString(""),
                                                Collectors.toList())));
    }

    /** What PHP prints besides stands before it. */
    private static @Nullable JsonNode list(ShellOutput said) {
        var line = said.out().lines().filter(each -> each.startsWith("[{")).findFirst();
        if (line.isEmpty()) {
            return null;
        }
        try {
            // A message of success may stand behind it on the same line.
            try (var parser = JSON.createParser(line.get())) {
                JsonNode read = JSON.readTree(parser);
                return read;
            }
        } catch (JacksonException e) {
            return null;
        }
    }
}
