package dev.cordon.domain.detection.tuning;

import dev.cordon.domain.detection.engine.Allowed;
import dev.cordon.domain.detection.engine.DetectionSettings;
import dev.cordon.domain.kernel.Canonical;
import dev.cordon.domain.kernel.Sha256;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a store's detection does otherwise than the program by itself.
 *
 * @param campaignGap so long without an event ends a campaign; null: as the operator set it
 * @param accountPaths where the shop's customers log in, beside those that are known
 * @param allowed networks whose owners are known, beside those that are known
 * @param thresholds how many it takes for a counting rule to fire, by the rule's name
 * @param off names of rules that raise no alerts
 * @param own the store's own rules, in their order
 */
public record Tuning(
        @Nullable Duration campaignGap,
        List<String> accountPaths,
        List<Allowed> allowed,
        SortedMap<String, Integer> thresholds,
        SortedSet<String> off,
        List<OwnRules> own) {

    /** Everything as it comes with the program and as the operator set it. */
    public static final Tuning NONE =
            new Tuning(null, List.of(), List.of(), new TreeMap<>(), new TreeSet<>(), List.of());

    public static final Duration SHORTEST_GAP = Duration.ofMinutes(5);
    public static final Duration LONGEST_GAP = Duration.ofHours(24);
    public static final int LOWEST = 2;
    public static final int HIGHEST = 4_096;

    private static final int MOST_PATHS = 50;
    private static final int MOST_NETWORKS = 500;
    private static final int MOST_RULES = 1_000;
    private static final int MOST_FILES = 50;
    private static final int MOST_TEXT = 200 * 1024;
    private static final int LONGEST_NAME = 300;

    public Tuning {
        accountPaths = List.copyOf(accountPaths);
        allowed = List.copyOf(allowed);
        thresholds = Collections.unmodifiableSortedMap(new TreeMap<>(thresholds));
        off = Collections.unmodifiableSortedSet(new TreeSet<>(off));
        own = List.copyOf(own);
        if (campaignGap != null
                && (campaignGap.compareTo(SHORTEST_GAP) < 0
                        || campaignGap.compareTo(LONGEST_GAP) > 0)) {
            throw new IllegalArgumentException(
                    "a campaign ends after 5 minutes to 24 hours without an event, not "
                            + campaignGap);
        }
        atMost(MOST_PATHS, accountPaths, "login pages");
        atMost(MOST_NETWORKS, allowed, "known networks");
        atMost(MOST_RULES, thresholds.keySet(), "thresholds");
        atMost(MOST_RULES, off, "rules switched off");
        atMost(MOST_FILES, own, "files of rules");
        accountPaths.forEach(Tuning::checkPath);
        thresholds.forEach(Tuning::checkThreshold);
        off.forEach(Tuning::checkName);
        checkFiles(own);
    }

    /** The settings of the operator, with what was tuned. */
    public DetectionSettings of(DetectionSettings settings) {
        return new DetectionSettings(
                campaignGap == null ? settings.campaignGap() : campaignGap,
                both(settings.accountPaths(), accountPaths),
                both(settings.allowed(), allowed),
                settings.limits());
    }

    /** What an approval binds to. Equal for equal tunings only. */
    public Sha256 hash() {
        var form =
                Canonical.tagged("cordon/rule-tuning/v1")
                        .add(campaignGap == null ? "" : campaignGap.toString());
        form.add(accountPaths.size());
        accountPaths.forEach(form::add);
        form.add(allowed.size());
        allowed.forEach(each -> form.add(each.text()));
        form.add(thresholds.size());
        thresholds.forEach((rule, count) -> form.add(rule).add(count));
        form.add(off.size());
        off.forEach(form::add);
        form.add(own.size());
        own.forEach(each -> form.add(each.name()).add(each.text()));
        return form.sha256();
    }

    /** The same with that file of rules; one of that name is replaced. */
    public Tuning with(OwnRules rules) {
        var files = new ArrayList<>(own);
        files.removeIf(each -> each.name().equals(rules.name()));
        files.add(rules);
        return withFiles(files);
    }

    /** The same without the file of rules of that name. */
    public Tuning withoutFile(String name) {
        return withFiles(own.stream().filter(each -> !each.name().equals(name)).toList());
    }

    /** The same without any rules of the store's own. */
    public Tuning withoutOwn() {
        return withFiles(List.of());
    }

    private Tuning withFiles(List<OwnRules> files) {
        return new Tuning(campaignGap, accountPaths, allowed, thresholds, off, files);
    }

    /** The same with that rule switched on or off. */
    public Tuning switched(String rule, boolean on) {
        var names = new TreeSet<>(off);
        var unused = on ? names.remove(rule) : names.add(rule);
        return new Tuning(campaignGap, accountPaths, allowed, thresholds, names, own);
    }

    /**
     * The same with another threshold of that rule.
     *
     * @param count null: as the rule itself says
     */
    public Tuning counting(String rule, @Nullable Integer count) {
        var counts = new TreeMap<>(thresholds);
        if (count == null) {
            counts.remove(rule);
        } else {
            counts.put(rule, count);
        }
        return new Tuning(campaignGap, accountPaths, allowed, counts, off, own);
    }

    /** The same with other settings of the store. */
    public Tuning about(
            @Nullable Duration campaignGap, List<String> accountPaths, List<Allowed> allowed) {
        return new Tuning(campaignGap, accountPaths, allowed, thresholds, off, own);
    }

    private static void checkPath(String path) {
        if (path.length() > 200 || !path.matches("/\\S*[^/\\s]")) {
            throw new IllegalArgumentException(
                    "a login page's path starts with a slash and does not end with one: " + path);
        }
    }

    private static void checkName(String rule) {
        if (rule.isBlank() || rule.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "a rule's name has 1 to " + LONGEST_NAME + " characters");
        }
    }

    private static void checkThreshold(String rule, int count) {
        checkName(rule);
        if (count < LOWEST || count > HIGHEST) {
            throw new IllegalArgumentException(
                    "a rule counts to a number from "
                            + LOWEST
                            + " to "
                            + HIGHEST
                            + ", not "
                            + count
                            + ": "
                            + rule);
        }
    }

    private static void checkFiles(List<OwnRules> own) {
        if (own.stream().mapToInt(OwnRules::size).sum() > MOST_TEXT) {
            throw new IllegalArgumentException("a store's own rules have at most 200 KiB together");
        }
        var names = new HashSet<String>();
        for (var file : own) {
            if (!names.add(file.name())) {
                throw new IllegalArgumentException("two files are called " + file.name());
            }
        }
    }

    private static void atMost(int most, Collection<?> values, String what) {
        if (values.size() > most) {
            throw new IllegalArgumentException("at most " + most + " " + what);
        }
    }

    private static <T> List<T> both(List<T> some, List<T> more) {
        var all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
