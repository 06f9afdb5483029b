package dev.cordon.architecture.probe.domain.breach;

import java.util.Optional;

public class KeepsAnOptional {
    private final Optional<String> country = Optional.empty();
}
