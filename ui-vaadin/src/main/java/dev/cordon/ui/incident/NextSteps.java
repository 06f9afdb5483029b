package dev.cordon.ui.incident;

import dev.cordon.domain.incident.Incident;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The one thing to do next. */
@Component
class NextSteps {

    private final List<NextStep> steps;

    NextSteps(List<NextStep> steps) {
        this.steps = steps.stream().sorted(Comparator.comparingInt(NextStep::order)).toList();
    }

    /** Null when there is nothing for the viewer to do. */
    NextStep.@Nullable Step first(Incident incident) {
        return incident.isOpen()
                ? steps.stream()
                        .map(step -> step.of(incident))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .orElse(null)
                : null;
    }
}
