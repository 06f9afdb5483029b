package dev.cordon.architecture.probe.domain.breach;

import java.util.Optional;

public class TakesAnOptional {
    void due(Optional<String> country) {}
}
