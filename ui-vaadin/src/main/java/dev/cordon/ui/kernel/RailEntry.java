package dev.cordon.ui.kernel;

import com.vaadin.flow.component.Component;
import dev.cordon.domain.people.Permission;
import java.util.function.Supplier;

/**
 * What a feature contributes to the rail.
 *
 * @param needed without it the entry is not there
 * @param badge asked again while the console is open; runs as the viewer
 */
public record RailEntry(
        Place place, Class<? extends Component> view, Permission needed, Supplier<Badge> badge) {

    /** A number beside an entry; hot when it waits for the viewer. Zero is not shown. */
    public record Badge(int count, boolean hot) {
        public static final Badge NONE = new Badge(0, false);
    }
}
