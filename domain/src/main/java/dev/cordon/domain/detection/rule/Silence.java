package dev.cordon.domain.detection.rule;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which rules raise no alerts of their own: those that others refer to, unless the correlation says
 * {@code generate}. The parts of a correlation that was refused stay silent within its file, or one
 * mistyped word would make an alert of every event that it should have counted.
 */
final class Silence {

    private record Part(String file, String rule) {}

    private final Set<Part> parts = new HashSet<>();

    void partsOfRefused(Draft draft) {
        draft.references().forEach(name -> parts.add(new Part(draft.file(), name)));
    }

    /** As far as such a document can be read. */
    void partsOfRefused(String file, Object document) {
        if (document instanceof Map<?, ?> rule
                && rule.get("correlation") instanceof Map<?, ?> correlation) {
            var names = correlation.get("rules");
            if (names instanceof List<?> list) {
                list.forEach(name -> partOfRefused(file, name));
            } else {
                partOfRefused(file, names);
            }
        }
    }

    private void partOfRefused(String file, @Nullable Object name) {
        if (name instanceof String text) {
            parts.add(new Part(file, text));
        }
    }

    /** The names of those that are silent; references are by name. */
    Set<String> among(List<Draft> running) {
        var silent = new HashSet<String>();
        var loud = new HashSet<String>();
        for (var draft : running) {
            (draft.generates() ? loud : silent).addAll(draft.members());
            silent.addAll(draft.witnesses());
            if (isPart(draft)) {
                silent.add(draft.name());
            }
        }
        silent.removeAll(loud);
        return silent;
    }

    private boolean isPart(Draft draft) {
        var id = draft.rule().head().id();
        return parts.contains(new Part(draft.file(), draft.name()))
                || id != null && parts.contains(new Part(draft.file(), id));
    }
}
