package dev.cordon.infra.persistence.store;

import dev.cordon.domain.store.Connection;
import dev.cordon.domain.store.StoreAccess;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;

/**
 * What opens a store. History knows which kinds were kept and when they were replaced, and no
 * secret, not even encrypted.
 */
@Entity
@Table(name = "store_credential")
@Audited
class StoreCredentialRow {

    @Id private UUID id = new UUID(0, 0);

    private String held = "";
    private int replacements;

    @NotAudited private byte[] sealed = {};

    protected StoreCredentialRow() {}

    StoreCredentialRow(UUID store) {
        this.id = store;
    }

    void replace(StoreAccess access, byte[] encrypted) {
        held =
                access.connections().stream()
                        .map(Connection::toString)
                        .collect(Collectors.joining(", "));
        sealed = encrypted;
        replacements++;
    }

    byte[] sealed() {
        return sealed;
    }
}
