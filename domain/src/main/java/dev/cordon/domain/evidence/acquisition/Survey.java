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

    /** Why a source gives nothing out. A name is stored and stays. */
    public enum Absence {
        /** Only a login on the store's host gives it out, and none is kept. */
        NO_LOGIN,
        /** WP-CLI does not reach the store's database, or what dumps it is missing. */
        NO_DATABASE,
        /** The store has no such files where WordPress keeps them. */
        NO_FILES,
        /** The store did not let anybody ask. */
        REFUSED
    }

    /**
     * A source that gives nothing out.
     *
     * @param said more about it, as {@link dev.cordon.domain.store.Reason#recorded}; empty if there
     *     is no more to say
     */
    public record Missing(StoreSource source, Absence why, String said) {}

    /** Nothing can be taken. */
    public static Survey nothing(Collection<StoreSource> wanted, String said) {
        var missing =
                wanted.stream()
                        .sorted()
                        .map(source -> new Missing(source, Absence.REFUSED, said))
                        .toList();
        return new Survey("", "", null, List.of(), missing);
    }

    public Survey {
        parts = List.copyOf(parts);
        missing = List.copyOf(missing);
    }
}
