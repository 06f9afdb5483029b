package dev.cordon.infra.detection;

import dev.cordon.domain.detection.rule.RuleFile;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * One YAML file, turned into plain values straight from the parser's events: no types, no merging
 * of keys, nothing that stands for itself. Sigma asks for YAML 1.2, so {@code no} and {@code
 * 2026-11-24} are texts.
 */
final class RuleYaml {

    /** The file holds something that rules have no use for. */
    private static final class Unwanted extends RuntimeException {
        Unwanted(String reason) {
            super(reason, null, false, false);
        }
    }

    private static final int DEEPEST = 20;
    private static final int MOST_VALUES = 200_000;
    private static final int MOST_ALIASES = 1_000;

    private final ParserImpl parser;
    private final Map<String, @Nullable Object> anchors = new HashMap<>();
    private int values;
    private int aliases;

    private RuleYaml(String text) {
        var options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        parser = new ParserImpl(new StreamReader(text), options);
    }

    static RuleFile read(String name, byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return new RuleFile(name, new RuleYaml(text.toString()).documents());
        } catch (CharacterCodingException e) {
            return RuleFile.unreadable(name, "the file is not UTF-8");
        } catch (Unwanted e) {
            return RuleFile.unreadable(name, String.valueOf(e.getMessage()));
        } catch (MarkedYAMLException e) {
            return RuleFile.unreadable(name, "the file is not YAML" + place(e));
        } catch (YAMLException e) {
            return RuleFile.unreadable(name, "the file is not YAML");
        }
    }

    private static String place(MarkedYAMLException e) {
        var mark = e.getProblemMark();
        return (mark == null ? "" : " in line " + (mark.getLine() + 1)) + ": " + e.getProblem();
    }

    private List<@Nullable Object> documents() {
        var documents = new ArrayList<@Nullable Object>();
        parser.getEvent();
        while (parser.getEvent().is(Event.ID.DocumentStart)) {
            anchors.clear();
            documents.add(value(parser.getEvent(), 0));
            parser.getEvent();
        }
        return documents;
    }

    private @Nullable Object value(Event event, int depth) {
        if (depth > DEEPEST || ++values > MOST_VALUES) {
            throw new Unwanted("the file is too deeply nested or too large");
        }
        return switch (event) {
            case ScalarEvent scalar -> anchored(scalar.getAnchor(), scalar(scalar));
            case SequenceStartEvent list -> anchored(list.getAnchor(), list(list, depth));
            case MappingStartEvent map -> anchored(map.getAnchor(), map(map, depth));
            case AliasEvent alias -> alias(alias);
            default -> throw new Unwanted("the file is not YAML");
        };
    }

    private @Nullable Object anchored(@Nullable String anchor, @Nullable Object value) {
        if (anchor != null) {
            anchors.put(anchor, value);
        }
        return value;
    }

    private @Nullable Object alias(AliasEvent alias) {
        if (!anchors.containsKey(alias.getAnchor()) || ++aliases > MOST_ALIASES) {
            throw new Unwanted(
                    "the file repeats what is not there, or too much: *" + alias.getAnchor());
        }
        return anchors.get(alias.getAnchor());
    }

    private List<@Nullable Object> list(SequenceStartEvent start, int depth) {
        plain(start.getTag());
        var list = new ArrayList<@Nullable Object>();
        for (var next = parser.getEvent();
                !next.is(Event.ID.SequenceEnd);
                next = parser.getEvent()) {
            list.add(value(next, depth + 1));
        }
        return list;
    }

    private Map<@Nullable Object, @Nullable Object> map(MappingStartEvent start, int depth) {
        plain(start.getTag());
        var map = new LinkedHashMap<@Nullable Object, @Nullable Object>();
        for (var next = parser.getEvent();
                !next.is(Event.ID.MappingEnd);
                next = parser.getEvent()) {
            var key = value(next, depth + 1);
            if (key instanceof Map || key instanceof List) {
                throw new Unwanted("a key is not a text");
            }
            if (map.containsKey(key)) {
                throw new Unwanted("the key " + key + " stands there twice");
            }
            map.put(key, value(parser.getEvent(), depth + 1));
        }
        return map;
    }

    private static @Nullable Object scalar(ScalarEvent scalar) {
        plain(scalar.getTag());
        return scalar.isPlain() && scalar.getTag() == null
                ? PlainScalar.of(scalar.getValue())
                : scalar.getValue();
    }

    private static void plain(@Nullable String tag) {
        if (tag != null && !tag.equals("tag:yaml.org,2002:str") && !tag.equals("!")) {
            throw new Unwanted("rules have no values of the type " + tag);
        }
    }
}
