package dev.cordon.domain.detection.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.detection.engine.Pack;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rules as nobody would write them: those of the pack, with parts changed as some bytes say. */
final class RuleMutations {

    private static final List<Object> DOCUMENTS =
            Pack.files().stream()
                    .flatMap(file -> file.documents().stream())
                    .map(Object.class::cast)
                    .toList();

    private static final List<Object> VALUES =
            Arrays.asList(
                    null,
                    true,
                    false,
                    0,
                    -1,
                    200,
                    4002,
                    3002,
                    1.5,
                    Long.MAX_VALUE,
                    Double.NaN,
                    "",
                    " ",
                    "-",
                    "*",
                    "?",
                    "\\",
                    "\\*",
                    "%",
                    "%account_paths%",
                    "%x%",
                    "a",
                    "sql-injection",
                    "10.0.0.0/8",
                    "::/0",
                    "10.*",
                    "5m",
                    "99999999w",
                    "a or not (b",
                    "1 of them",
                    "all of _*",
                    "not not not a",
                    "(a+)+$",
                    "((a{99}){99}){99}",
                    "[[:alpha:]]\\Q",
                    "(?<!x)y",
                    "\ud800",
                    "\u0000",
                    "any",
                    "event_count",
                    "value_count",
                    "temporal",
                    "temporal_ordered",
                    "webserver",
                    "wordpress",
                    "apache",
                    "error",
                    "login-refused",
                    "login-accepted",
                    "login-burst",
                    "scanner",
                    new StringBuilder("no text"));

    private static final List<String> KEYS =
            List.of(
                    "title",
                    "name",
                    "id",
                    "level",
                    "tags",
                    "status",
                    "action",
                    "logsource",
                    "category",
                    "product",
                    "service",
                    "detection",
                    "condition",
                    "timeframe",
                    "correlation",
                    "type",
                    "rules",
                    "group-by",
                    "timespan",
                    "gte",
                    "gt",
                    "lt",
                    "field",
                    "aliases",
                    "generate",
                    "filter",
                    "cordon",
                    "attack",
                    "reason",
                    "ratio",
                    "to",
                    "at-least",
                    "baseline",
                    "factor",
                    "half-life",
                    "crowd",
                    "cold",
                    "fresh",
                    "successes",
                    "cs-method",
                    "cs-uri-query|contains",
                    "cs-uri-stem|endswith|expand",
                    "c-ip|cidr",
                    "sc-status|re",
                    "sc-bytes|gt",
                    "class_uid",
                    "cs-method|re|i",
                    "cs-method|windash|contains|all",
                    "cs-method|wide|base64offset|contains",
                    "|all",
                    "|re",
                    "cs-host|exists",
                    "cs-host|neq",
                    "a|||b");

    private final byte[] bytes;
    private int at;

    private RuleMutations(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Loads them: nothing is thrown, nothing hangs, no document goes unanswered. */
    static void everyDocumentHasItsAnswer(byte[] changes) {
        var files = new RuleMutations(changes).files();

        var set = SigmaLoader.load(files, Map.of("account_paths", List.of("/a", "/b*")));

        int documents = files.stream().mapToInt(file -> file.documents().size()).sum();
        assertThat(set.rules().size() + set.refused().size()).isLessThanOrEqualTo(documents);
        for (var refusal : set.refused()) {
            assertThat(refusal.reason()).isNotBlank().hasSizeLessThan(500);
        }
        set.rules().forEach(set::alertsByItself);
    }

    private List<RuleFile> files() {
        var files = new ArrayList<RuleFile>();
        int count = 1 + next(3);
        for (int i = 0; i < count; i++) {
            var documents = new ArrayList<Object>();
            for (int more = 1 + next(8); more > 0; more--) {
                documents.add(mutated(DOCUMENTS.get(next(DOCUMENTS.size())), 0));
            }
            files.add(new RuleFile("file" + next(2), documents));
        }
        return files;
    }

    private Object mutated(Object value, int depth) {
        if (next(24) == 1) {
            return fresh(depth);
        }
        return switch (value) {
            case Map<?, ?> map -> {
                var copy = new LinkedHashMap<Object, Object>();
                map.forEach((key, each) -> copy.put(key(key), mutated(each, depth + 1)));
                if (next(24) == 1) {
                    copy.put(key(KEYS.get(next(KEYS.size()))), fresh(depth));
                }
                yield copy;
            }
            case List<?> list -> {
                var copy = new ArrayList<Object>();
                list.forEach(each -> copy.add(mutated(each, depth + 1)));
                yield copy;
            }
            case null, default -> value;
        };
    }

    private Object key(Object key) {
        return switch (next(40)) {
            case 1 -> KEYS.get(next(KEYS.size()));
            case 2 -> VALUES.get(next(VALUES.size()));
            default -> key;
        };
    }

    private Object fresh(int depth) {
        int kind = depth > 12 ? 0 : next(8);
        if (kind == 1) {
            var list = new ArrayList<Object>();
            for (int more = next(5); more > 0; more--) {
                list.add(fresh(depth + 1));
            }
            return list;
        }
        if (kind == 2) {
            var map = new LinkedHashMap<Object, Object>();
            for (int more = next(5); more > 0; more--) {
                map.put(KEYS.get(next(KEYS.size())), fresh(depth + 1));
            }
            return map;
        }
        if (kind == 3) {
            var twice = fresh(depth + 1);
            return Arrays.asList(twice, twice);
        }
        return VALUES.get(next(VALUES.size()));
    }

    /** Zero when the bytes are used up: then everything stays as it is. */
    private int next(int bound) {
        return at < bytes.length ? (bytes[at++] & 0xff) % bound : 0;
    }
}
