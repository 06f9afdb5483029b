package dev.cordon.domain.evidence;

import java.util.UUID;

/** The lasting identity of an evidence package; written into the package itself. */
public record PackageId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
