package dev.cordon.ui.detection;

import dev.cordon.domain.detection.engine.Allowed;
import dev.cordon.domain.detection.tuning.OwnRules;
import dev.cordon.domain.detection.tuning.Tuning;
import dev.cordon.ui.kernel.Moments;
import dev.cordon.ui.kernel.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What one tuning says otherwise than another, in words. */
final class TuningChanges {

    private final Words words = Words.here();
    private final List<String> all = new ArrayList<>();

    private TuningChanges() {}

    static List<String> of(Tuning before, Tuning after) {
        var changes = new TuningChanges();
        changes.thresholds(before, after);
        changes.lists(before.off(), after.off(), "changes.off", "changes.on");
        changes.lists(
                before.allowed().stream().map(Allowed::text).toList(),
                after.allowed().stream().map(Allowed::text).toList(),
                "changes.network",
                "changes.network.gone");
        changes.lists(
                before.accountPaths(), after.accountPaths(), "changes.path", "changes.path.gone");
        changes.gap(before, after);
        changes.files(before, after);
        return changes.all;
    }

    private void thresholds(Tuning before, Tuning after) {
        var names = new TreeSet<>(before.thresholds().keySet());
        names.addAll(after.thresholds().keySet());
        for (var name : names) {
            var now = after.thresholds().get(name);
            if (now == null) {
                all.add(words.text("changes.threshold.gone", name));
            } else if (!now.equals(before.thresholds().get(name))) {
                all.add(words.text("changes.threshold", name, now));
            }
        }
    }

    private void lists(
            Collection<String> before, Collection<String> after, String added, String gone) {
        after.stream()
                .filter(each -> !before.contains(each))
                .forEach(each -> all.add(words.text(added, each)));
        before.stream()
                .filter(each -> !after.contains(each))
                .forEach(each -> all.add(words.text(gone, each)));
    }

    private void gap(Tuning before, Tuning after) {
        var gap = after.campaignGap();
        if (gap == null && before.campaignGap() != null) {
            all.add(words.text("changes.gap.gone"));
        } else if (gap != null && !gap.equals(before.campaignGap())) {
            all.add(words.text("changes.gap", Moments.here().duration(gap)));
        }
    }

    private void files(Tuning before, Tuning after) {
        var texts = before.own().stream().collect(Collectors.toMap(OwnRules::name, OwnRules::text));
        for (var file : after.own()) {
            var text = texts.remove(file.name());
            if (text == null) {
                all.add(words.text("changes.file", file.name()));
            } else if (!text.equals(file.text())) {
                all.add(words.text("changes.file.other", file.name()));
            }
        }
        texts.keySet().forEach(name -> all.add(words.text("changes.file.gone", name)));
    }
}
