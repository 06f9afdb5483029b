package dev.cordon.domain.evidence.preservation;

import dev.cordon.domain.evidence.Subject;
import dev.cordon.domain.evidence.preservation.Answer.Gap;
import dev.cordon.domain.evidence.preservation.Answer.Why;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Computes from what is held whether all is held that would be destroyed. */
public final class Preservation {

    private final Loss loss;
    private final List<Holding> held;

    private Preservation(Loss loss, List<Holding> held) {
        this.loss = loss;
        this.held = held;
    }

    /**
     * @param held of the same store, each with its content there and intact
     */
    public static Answer of(Loss loss, List<Holding> held) {
        return new Preservation(loss, held).answer();
    }

    private Answer answer() {
        var changed = loss.changedAt();
        var current = changed == null ? held : held.stream().filter(h -> h.isOf(changed)).toList();
        var answer = new Preservation(loss, current).ofState();
        if (answer.isPreserved() || current.size() == held.size()) {
            return answer;
        }
        boolean older = new Preservation(loss, held).ofState().isPreserved();
        return older ? new Answer(loss, answer.by(), List.of(Gap.of(Why.CHANGED_SINCE))) : answer;
    }

    private Answer ofState() {
        return switch (loss.subject()) {
            case Subject.FileAt(var path) -> file(path);
            case Subject.TreeAt(var path) -> tree(path);
            case Subject.LogOf(var source) -> log(source);
            case Subject.TableNamed table -> plain(orWhole(having(table)));
            case Subject.OptionNamed option -> option(option);
            case Subject.WholeStore whole -> plain(having(whole));
            case Subject.ExcerptOf _ -> throw new IllegalArgumentException(loss.text());
        };
    }

    private Answer plain(List<Holding> by) {
        return new Answer(loss, by, by.isEmpty() ? List.of(Gap.of(Why.NOTHING_HELD)) : List.of());
    }

    private Answer file(String path) {
        var by = new ArrayList<>(having(new Subject.FileAt(path)));
        var why = Why.NOTHING_HELD;
        for (var holding : held) {
            var root = holding.treeAbove(path);
            if (root.isEmpty()) {
                continue;
            }
            if (holding.lists(path, root.get())) {
                by.add(holding);
            } else if (why == Why.NOTHING_HELD || holding.manifest() != null) {
                why = holding.manifest() == null ? Why.NO_MANIFEST : Why.NOT_IN_MANIFEST;
            }
        }
        return new Answer(loss, by, by.isEmpty() ? List.of(Gap.of(why)) : List.of());
    }

    private Answer tree(String path) {
        var above = held.stream().filter(holding -> holding.treeAbove(path).isPresent()).toList();
        var listed = above.stream().filter(holding -> holding.manifest() != null).toList();
        if (listed.isEmpty()) {
            return new Answer(
                    loss,
                    List.of(),
                    List.of(Gap.of(above.isEmpty() ? Why.NOTHING_HELD : Why.NO_MANIFEST)));
        }
        var by = listed.stream().filter(holding -> listsBelow(holding, path)).toList();
        return new Answer(
                loss, by, by.isEmpty() ? List.of(Gap.of(Why.NOT_IN_MANIFEST)) : List.of());
    }

    private static boolean listsBelow(Holding holding, String path) {
        return holding.treeAbove(path).filter(root -> holding.listsBelow(path, root)).isPresent();
    }

    /** Options lie in a table whose name ends so, whatever its prefix. */
    private Answer option(Subject.OptionNamed option) {
        var by = new ArrayList<>(having(option));
        for (var holding : held) {
            if (holding.item().acquisition().covers().subjects().stream()
                    .anyMatch(Preservation::isOptions)) {
                by.add(holding);
            }
        }
        return plain(orWhole(by));
    }

    /** A database is said by its collector's word alone; files are borne out by a list. */
    private List<Holding> orWhole(List<Holding> by) {
        return by.isEmpty() ? having(new Subject.WholeStore()) : by;
    }

    private static boolean isOptions(Subject subject) {
        return subject instanceof Subject.TableNamed(var table)
                && (table.equals("options") || table.endsWith("_options"));
    }

    private Answer log(String source) {
        var from = at(loss.from());
        var to = at(loss.to());
        var by =
                having(new Subject.LogOf(source)).stream()
                        .filter(holding -> overlaps(holding, from, to))
                        .sorted(Comparator.comparing(Preservation::begins))
                        .toList();
        var gaps = new ArrayList<Gap>();
        var covered = from;
        boolean begun = false;
        for (var holding : by) {
            if (begins(holding).isAfter(covered)) {
                gaps.add(new Gap(Why.TIME_NOT_COVERED, covered, begins(holding)));
            }
            if (!begun || ends(holding).isAfter(covered)) {
                covered = ends(holding);
            }
            begun = true;
        }
        if (!begun) {
            gaps.add(new Gap(why(source), from, to));
        } else if (covered.isBefore(to)) {
            gaps.add(new Gap(Why.TIME_NOT_COVERED, covered, to));
        }
        return new Answer(loss, by, gaps);
    }

    private Why why(String source) {
        if (!having(new Subject.LogOf(source)).isEmpty()) {
            boolean unknown =
                    having(new Subject.LogOf(source)).stream().noneMatch(Preservation::isTimed);
            return unknown ? Why.TIME_UNKNOWN : Why.TIME_NOT_COVERED;
        }
        return having(new Subject.ExcerptOf(source)).isEmpty()
                ? Why.NOTHING_HELD
                : Why.ONLY_EXCERPTS;
    }

    private List<Holding> having(Subject subject) {
        return held.stream().filter(holding -> holding.covers(subject)).toList();
    }

    private static boolean isTimed(Holding holding) {
        var acquired = holding.item().acquisition();
        return acquired.coversFrom() != null && acquired.coversTo() != null;
    }

    private static boolean overlaps(Holding holding, Instant from, Instant to) {
        return isTimed(holding) && !begins(holding).isAfter(to) && !ends(holding).isBefore(from);
    }

    private static Instant begins(Holding holding) {
        return at(holding.item().acquisition().coversFrom());
    }

    private static Instant ends(Holding holding) {
        return at(holding.item().acquisition().coversTo());
    }

    private static Instant at(@org.jspecify.annotations.Nullable Instant moment) {
        if (moment == null) {
            throw new IllegalStateException("no time was said");
        }
        return moment;
    }
}
