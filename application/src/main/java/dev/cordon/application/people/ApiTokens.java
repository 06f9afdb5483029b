package dev.cordon.application.people;

import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.domain.people.ApiToken;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All personal access tokens. */
public interface ApiTokens {

    Optional<ApiToken> find(UUID id);

    Optional<ApiToken> findBySecret(Sha256 secretHash);

    /** Newest first, also those revoked or expired. */
    List<ApiToken> of(String owner);

    void save(Transition<ApiToken> change);

    default ApiToken get(UUID id) {
        return find(id).orElseThrow(() -> new NotFound("token " + id));
    }
}
