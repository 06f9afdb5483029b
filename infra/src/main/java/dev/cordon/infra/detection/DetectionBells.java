package dev.cordon.infra.detection;

import dev.cordon.application.detection.CatchUpDetection;
import dev.cordon.application.detection.DetectionBell;
import dev.cordon.domain.kernel.Mode;
import dev.cordon.domain.kernel.StoreId;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Passes on which store was rung for; before anybody listens, it remembers. */
final class DetectionBells implements DetectionBell {

    private final Set<CatchUpDetection.Command> early = ConcurrentHashMap.newKeySet();
    private volatile @Nullable Consumer<CatchUpDetection.Command> listener;

    @Override
    public void ring(StoreId store, Mode mode) {
        var logs = new CatchUpDetection.Command(store, mode);
        var now = listener;
        if (now == null) {
            early.add(logs);
        } else {
            now.accept(logs);
        }
    }

    void listen(Consumer<CatchUpDetection.Command> to) {
        listener = to;
        early.forEach(to);
        early.clear();
    }
}
