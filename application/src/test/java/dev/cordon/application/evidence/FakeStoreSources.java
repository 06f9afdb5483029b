package dev.cordon.application.evidence;

import dev.cordon.domain.evidence.Coverage;
import dev.cordon.domain.evidence.acquisition.SourcePart;
import dev.cordon.domain.evidence.acquisition.StoreSource;
import dev.cordon.domain.evidence.acquisition.Survey;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreAnswer;
import dev.cordon.domain.store.StoreFailure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A store that gives out what a test puts in, and fails as often as it says. */
public final class FakeStoreSources implements StoreSources {

    private final Map<SourcePart, byte[]> parts = new LinkedHashMap<>();
    private final Deque<StoreFailure> failures = new ArrayDeque<>();
    private final List<String> asked = new ArrayList<>();

    public SourcePart put(StoreSource source, String name, SourcePart.Form form, byte[] content) {
        var part =
                new SourcePart(
                        source, name, (long) content.length, form, "cat " + name, Coverage.UNKNOWN);
        parts.put(part, content);
        return part;
    }

    /** The next call fails so. */
    public void failOnce(StoreFailure failure) {
        failures.add(failure);
    }

    /** What it was asked for, in order. */
    public List<String> asked() {
        return asked;
    }

    @Override
    public StoreAnswer<Survey> survey(Store store, Set<StoreSource> wanted) {
        asked.add("survey");
        if (!failures.isEmpty()) {
            return new StoreAnswer.Failed<>(failures.remove());
        }
        var there = parts.keySet().stream().filter(part -> wanted.contains(part.source())).toList();
        var missing =
                wanted.stream()
                        .filter(source -> there.stream().noneMatch(part -> part.source() == source))
                        .map(source -> new Survey.Missing(source, Survey.Absence.NO_FILES, ""))
                        .toList();
        return new StoreAnswer.Ok<>(
                new Survey("a store of the test", "tar 1", null, there, missing));
    }

    @Override
    public <R> StoreAnswer<R> read(Store store, SourcePart part, Reader<R> reader)
            throws IOException {
        asked.add(part.name());
        if (!failures.isEmpty()) {
            return new StoreAnswer.Failed<>(failures.remove());
        }
        return new StoreAnswer.Ok<>(reader.read(new ByteArrayInputStream(parts.get(part))));
    }
}
