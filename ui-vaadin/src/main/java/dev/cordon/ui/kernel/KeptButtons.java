package dev.cordon.ui.kernel;

import com.vaadin.flow.component.button.Button;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The buttons of a column that is drawn anew while somebody looks at it: the same thing keeps its
 * button, so that a press that is under way is not lost with the line it began on.
 *
 * @param <K> what is told apart: a button knows no more than its key, so whatever it needs to know
 *     belongs to the key
 */
public final class KeptButtons<K> {

    private static final int MOST = 500;

    private final Map<K, Button> kept =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<K, Button> eldest) {
                    return size() > MOST;
                }
            };

    public Button of(K key, Supplier<Button> made) {
        return kept.computeIfAbsent(key, _ -> made.get());
    }
}
