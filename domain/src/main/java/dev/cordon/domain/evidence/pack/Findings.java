package dev.cordon.domain.evidence.pack;

import dev.cordon.domain.evidence.pack.Finding.What;
import java.util.ArrayList;
import java.util.List;

/** Gathers what is wrong: each thing once, and not without end. */
final class Findings {

    /** More say nothing new. */
    static final int LIMIT = 100;

    private final List<Finding> all = new ArrayList<>();

    void add(Finding finding) {
        if (all.size() < LIMIT && !has(finding.what(), finding.where())) {
            all.add(finding);
        }
    }

    void add(What what, String where) {
        add(Finding.at(what, where));
    }

    boolean has(What what, String where) {
        return all.stream().anyMatch(one -> one.what() == what && one.where().equals(where));
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    List<Finding> all() {
        return List.copyOf(all);
    }
}
