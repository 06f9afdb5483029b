package dev.cordon.architecture.probe.domain.breach;

import java.time.Instant;
import java.util.function.Supplier;

public class ReadsTheClockByReference {
    Supplier<Instant> clock() {
        return Instant::now;
    }
}
