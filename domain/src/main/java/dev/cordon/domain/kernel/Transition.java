package dev.cordon.domain.kernel;

import java.util.List;

/**
 * A new state and the facts that explain it. Repositories accept nothing else, so nothing is stored
 * unannounced.
 */
public record Transition<S>(S state, List<DomainEvent> events) {

    public Transition {
        events = List.copyOf(events);
        if (events.isEmpty()) {
            throw new IllegalArgumentException("a transition says what happened");
        }
    }

    public static <S> Transition<S> to(S state, DomainEvent... events) {
        return new Transition<>(state, List.of(events));
    }
}
