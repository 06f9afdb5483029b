package dev.cordon.ui.detection;

import com.vaadin.flow.component.combobox.ComboBox;
import dev.cordon.domain.detection.log.LogFormat;
import dev.cordon.domain.store.Store;
import dev.cordon.ui.kernel.Words;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The zone of a log's clock: the store's, unless somebody says another. */
class ZoneField extends ComboBox<ZoneId> {

    private final Words words = Words.here();
    private @Nullable ZoneId suggested;

    ZoneField() {
        setLabel(words.text("source.zone"));
        setId("source-zone");
        setItemLabelGenerator(ZoneField::name);
        setItems(zones(null));
        setWidthFull();
        setClearButtonVisible(false);
    }

    /** The store's zone, while nobody chose another; and whether it matters to that format. */
    void suggest(@Nullable Store store, @Nullable LogFormat format) {
        boolean isTold = format != null && format.knowsZone();
        setHelperText(words.text(isTold ? "source.zone.told" : "source.zone.needed"));
        var chosen = getValue();
        if (store != null && (chosen == null || chosen.equals(suggested))) {
            suggested = store.zone();
            setItems(zones(suggested));
            setValue(suggested);
        }
    }

    private static List<ZoneId> zones(@Nullable ZoneId first) {
        var known =
                ZoneId.getAvailableZoneIds().stream()
                        .filter(id -> id.contains("/") && !id.startsWith("Etc/"))
                        .filter(id -> !id.startsWith("SystemV/"))
                        .sorted()
                        .map(ZoneId::of);
        return Stream.concat(
                        Stream.ofNullable(first), Stream.concat(Stream.of(ZoneOffset.UTC), known))
                .distinct()
                .toList();
    }

    /** UTC's own id is a mere letter. */
    private static String name(ZoneId zone) {
        return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
    }
}
