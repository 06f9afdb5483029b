package dev.cordon.infra.persistence.evidence;

import dev.cordon.domain.evidence.Commitment;
import dev.cordon.domain.evidence.Salt;
import dev.cordon.domain.kernel.Sha256;
import org.jspecify.annotations.Nullable;

/** What stands for words, read from two columns. */
final class SaltColumns {

    private SaltColumns() {}

    /**
     * @param digest null where the words themselves were hashed
     * @param salt null where there is none, or none any more
     */
    static @Nullable Commitment commitment(@Nullable String digest, @Nullable String salt) {
        return digest == null
                ? null
                : new Commitment(new Sha256(digest), salt == null ? null : new Salt(salt));
    }
}
