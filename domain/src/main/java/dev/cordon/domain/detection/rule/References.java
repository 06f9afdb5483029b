package dev.cordon.domain.detection.rule;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which rule means which: names and ids become names. A rule that refers to one that is missing,
 * refused or made of itself cannot run either.
 */
final class References {

    private static final int LONGEST_CHAIN = 10;

    private final Map<String, Draft> drafts = new LinkedHashMap<>();
    private final Map<String, String> reasons = new HashMap<>();
    private final Map<String, Draft> known = new HashMap<>();

    References(Collection<Draft> all) {
        for (var draft : all) {
            drafts.put(draft.name(), draft);
            known.put(draft.name(), draft);
            var id = draft.rule().head().id();
            if (id != null) {
                known.put(id, draft);
            }
        }
        drafts.values().forEach(this::findMissing);
        findCircles();
        for (var draft : List.copyOf(drafts.values())) {
            if (!reasons.containsKey(draft.name())) {
                resolve(draft);
            }
        }
        spread();
    }

    /** Why it cannot run; null if it can. */
    @Nullable String reasonAgainst(Draft draft) {
        return reasons.get(draft.name());
    }

    /** The rules that can run, in their order, referring to each other by name. */
    List<Draft> running() {
        return drafts.values().stream()
                .filter(draft -> !reasons.containsKey(draft.name()))
                .toList();
    }

    private void findMissing(Draft draft) {
        for (var name : draft.references()) {
            if (!known.containsKey(name)) {
                reasons.put(draft.name(), "it refers to the rule " + name + ", which is not there");
            }
        }
    }

    /** Ranks what is made of ranked rules; what gets no rank is made of itself. */
    private void findCircles() {
        var waiting = new HashMap<String, Integer>();
        var ranks = new HashMap<String, Integer>();
        var ready = new ArrayDeque<Draft>();
        for (var draft : drafts.values()) {
            waiting.put(draft.name(), membersOf(draft).size());
            if (membersOf(draft).isEmpty()) {
                ready.add(draft);
            }
        }
        var users = users(true);
        while (!ready.isEmpty()) {
            var draft = ready.remove();
            int rank = ranks.getOrDefault(draft.name(), 0);
            if (rank > LONGEST_CHAIN) {
                reasons.putIfAbsent(
                        draft.name(), "more than " + LONGEST_CHAIN + " rules refer to each other");
            }
            for (var user : users.getOrDefault(draft.name(), List.of())) {
                ranks.merge(user.name(), rank + 1, Math::max);
                if (waiting.merge(user.name(), -1, Integer::sum) == 0) {
                    ready.add(user);
                }
            }
        }
        waiting.forEach(
                (name, left) -> {
                    if (left > 0) {
                        reasons.putIfAbsent(
                                name, "it is made of itself, through what it refers to");
                    }
                });
    }

    private Set<String> membersOf(Draft draft) {
        var members = new HashSet<String>();
        for (var name : draft.members()) {
            var member = known.get(name);
            if (member != null) {
                members.add(member.name());
            }
        }
        return members;
    }

    /** The rules that refer to a rule, by its name. */
    private Map<String, List<Draft>> users(boolean asMember) {
        var users = new HashMap<String, List<Draft>>();
        for (var draft : drafts.values()) {
            var names = new HashSet<String>();
            for (var name : asMember ? draft.members() : draft.references()) {
                var meant = known.get(name);
                if (meant != null && names.add(meant.name())) {
                    users.computeIfAbsent(meant.name(), _ -> new ArrayList<>()).add(draft);
                }
            }
        }
        return users;
    }

    private void resolve(Draft draft) {
        try {
            var rule = new Renaming(name -> name(name)).of(draft.rule());
            drafts.put(draft.name(), new Draft(draft.file(), rule, draft.generates()));
        } catch (Refused reason) {
            reasons.put(draft.name(), reason.reason());
        }
    }

    private String name(String nameOrId) {
        var meant = known.get(nameOrId);
        return meant == null ? nameOrId : meant.name();
    }

    /** Whoever refers to a rule that cannot run cannot run. */
    private void spread() {
        var users = users(false);
        var queue = new ArrayDeque<>(reasons.keySet());
        while (!queue.isEmpty()) {
            var name = queue.remove();
            for (var user : users.getOrDefault(name, List.of())) {
                var reason = "it refers to the rule " + name + ", which cannot be used";
                if (reasons.putIfAbsent(user.name(), reason) == null) {
                    queue.add(user.name());
                }
            }
        }
    }
}
