package dev.cordon.infra.persistence.notification;

import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Version;
import dev.cordon.domain.notification.WebhookEndpoint;
import dev.cordon.domain.notification.WebhookEndpointId;
import dev.cordon.domain.notification.WebhookState;
import dev.cordon.domain.notification.WebhookType;
import dev.cordon.domain.notification.WebhookUrl;
import dev.cordon.infra.persistence.AuditedRow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.envers.Audited;

/** An endpoint. Its secrets lie elsewhere and are in no history. */
@Entity
@Table(name = "webhook_endpoint")
@Audited
class WebhookEndpointRow implements AuditedRow<WebhookEndpoint> {

    private static final String ALL = "all";

    @Id private UUID id = new UUID(0, 0);

    @jakarta.persistence.Version private long version;

    private String owner = "";
    private String url = "";
    private String types = "";
    private String stores = "";
    private boolean exercises;

    @Enumerated(EnumType.STRING)
    private WebhookState state = WebhookState.OFF;

    @Column(name = "added_at")
    private Instant addedAt = Instant.EPOCH;

    @Column(name = "on_since")
    private Instant onSince = Instant.EPOCH;

    @Column(name = "secret_since")
    private Instant secretSince = Instant.EPOCH;

    protected WebhookEndpointRow() {}

    WebhookEndpointRow(UUID id) {
        this.id = id;
    }

    @Override
    public void copyFrom(WebhookEndpoint endpoint) {
        var wish = endpoint.wish();
        owner = endpoint.owner().name();
        url = wish.url().value();
        types =
                wish.types().stream()
                        .sorted()
                        .map(WebhookType::wire)
                        .collect(Collectors.joining(","));
        stores = text(wish.stores());
        exercises = wish.exercises();
        state = endpoint.state();
        addedAt = endpoint.addedAt();
        onSince = endpoint.onSince();
        secretSince = endpoint.secretSince();
    }

    @Override
    public Version version() {
        return AuditedRow.version(version);
    }

    WebhookEndpoint toDomain() {
        return new WebhookEndpoint(
                new WebhookEndpointId(id),
                new Actor.Person(owner),
                new WebhookEndpoint.Wish(
                        new WebhookUrl(url),
                        Arrays.stream(types.split(","))
                                .map(wire -> WebhookType.of(wire).orElseThrow())
                                .collect(Collectors.toSet()),
                        scope(),
                        exercises),
                state,
                addedAt,
                onSince,
                secretSince,
                version());
    }

    private StoreScope scope() {
        return stores.equals(ALL)
                ? StoreScope.ALL
                : new StoreScope.Only(
                        Arrays.stream(stores.split(","))
                                .map(StoreId::of)
                                .collect(Collectors.toSet()));
    }

    private static String text(StoreScope scope) {
        return switch (scope) {
            case StoreScope.All _ -> ALL;
            case StoreScope.Only(var some) ->
                    some.stream().map(StoreId::toString).sorted().collect(Collectors.joining(","));
        };
    }
}
