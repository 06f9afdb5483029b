package dev.cordon.infra.http.detection;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.cordon.domain.kernel.Mode;
import java.util.List;
import java.util.Locale;

/**
 * Who sends a finding, and by which version of the schema it is to be read (OCSF, object {@code
 * metadata}).
 *
 * @param version of the schema
 * @param uid the thing's own id
 * @param labels {@code drill}, {@code tutorial} or {@code retrospective}; none for what is real and
 *     now
 */
public record OcsfMetadataJson(
        String version,
        OcsfProductJson product,
        String uid,
        List<String> profiles,
        List<String> labels) {

    private static final String SCHEMA = "1.5.0";

    /** This program. */
    public record OcsfProductJson(String name, @JsonProperty("vendor_name") String vendor) {}

    public static OcsfMetadataJson of(String uid, Mode mode, List<String> profiles) {
        return new OcsfMetadataJson(
                SCHEMA,
                new OcsfProductJson("Cordon", "Cordon"),
                uid,
                profiles,
                mode == Mode.LIVE ? List.of() : List.of(mode.name().toLowerCase(Locale.ROOT)));
    }
}
