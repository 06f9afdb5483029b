package dev.cordon.infra.persistence.store;

import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Version;
import dev.cordon.domain.store.ContactAddress;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreEnvironment;
import dev.cordon.domain.store.StoreUrl;
import dev.cordon.infra.persistence.AuditedRow;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "store")
@Audited
class StoreRow implements AuditedRow<Store> {

    @Id private UUID id = new UUID(0, 0);

    @jakarta.persistence.Version private long version;

    private String name = "";
    private String url = "";

    @Enumerated(EnumType.STRING)
    private StoreEnvironment environment = StoreEnvironment.STAGING;

    private String zone = "";
    private String language = "";
    private String contact = "";
    private @Nullable UUID twin;

    protected StoreRow() {}

    StoreRow(UUID id) {
        this.id = id;
    }

    @Override
    public void copyFrom(Store store) {
        name = store.name();
        url = store.url().toString();
        environment = store.environment();
        zone = store.zone().getId();
        language = store.language().toLanguageTag();
        contact = store.contact().value();
        twin = store.twin() == null ? null : store.twin().value();
    }

    @Override
    public Version version() {
        return AuditedRow.version(version);
    }

    Store toDomain() {
        return new Store(
                new StoreId(id),
                name,
                StoreUrl.of(url),
                environment,
                ZoneId.of(zone),
                Locale.forLanguageTag(language),
                new ContactAddress(contact),
                twin == null ? null : new StoreId(twin),
                version());
    }

    boolean isWithin(StoreScope scope) {
        return scope.covers(new StoreId(id));
    }
}
