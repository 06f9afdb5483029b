package dev.cordon.domain.evidence.acquisition;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a store could give out of what was asked for.
 *
 * @param origin where it is taken from, such as {@code SSH shop@host /var/www/shop}; holds no
 *     secret
 * @param tools the programs there and their versions
 * @param clockDrift how far the store's clock was ahead of ours, negative if behind; null if it was
 *     not told
 * @param parts what there is
 * @param missing what there is not, or not by the connections that are kept
 */
public record Survey(
        String origin,
        String tools,
        @Nullable Duration clockDrift,
        List<SourcePart> parts,
        List<Missing> missing) {

    /**
     * A source that gives nothing out.
     *
     * @param why a sentence for people, in English
     */
    public record Missing(StoreSource source, String why) {}

    /** Nothing can be taken. */
    public static Survey nothing(Collection<StoreSource> wanted, String why) {
        var missing = wanted.stream().sorted().map(source -> new Missing(source, why)).toList();
        return new Survey("", "", null, List.of(), missing);
    }

    public Survey {
        parts = List.copyOf(parts);
        missing = List.copyOf(missing);
    }
}
