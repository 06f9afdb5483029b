package dev.cordon.woocommerce.store;

import static dev.cordon.woocommerce.store.Findings.failed;
import static dev.cordon.woocommerce.store.Findings.may;
import static dev.cordon.woocommerce.store.Findings.open;

import dev.cordon.application.store.SensorCommands;
import dev.cordon.domain.store.Capability;
import dev.cordon.domain.store.Connection;
import dev.cordon.domain.store.ConnectionKind;
import dev.cordon.domain.store.ConnectionReport;
import dev.cordon.domain.store.EdgeToken;
import dev.cordon.domain.store.Finding;
import dev.cordon.domain.store.RestCredential;
import dev.cordon.domain.store.SensorKey;
import dev.cordon.domain.store.SensorStatus;
import dev.cordon.domain.store.ShellAccess;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreAccess;
import dev.cordon.domain.store.StoreAnswer;
import dev.cordon.domain.store.StoreFailure;
import dev.cordon.domain.store.SystemStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One check of a store: tries what can be tried without changing anything there. */
final class ConnectionCheck {

    /** What the check asks with. */
    record Doors(SensorCommands sensor, StoreClient client, StoreSetting setting) {}

    private final Doors doors;
    private final Store store;
    private final StoreAccess access;
    private final Instant now;
    private final Findings findings = new Findings();

    private @Nullable JsonNode site;
    private @Nullable SystemStatus status;
    private @Nullable HostReport host;
    private @Nullable StoreFailure closed;

    ConnectionCheck(Doors doors, Store store, StoreAccess access, Instant now) {
        this.doors = doors;
        this.store = store;
        this.access = access;
        this.now = now;
    }

    ConnectionReport run() {
        switch (doors.client().site(store)) {
            case StoreAnswer.Ok<StoreReply>(var reply) -> site = reply.json();
            case StoreAnswer.Failed<StoreReply>(var why) ->
                    closed = RestCheck.isWholeStore(why) ? why : null;
        }
        for (var connection : access.connections()) {
            look(connection);
            findings.rest(connection.kind(), open(Finding.NOT_TRIED, ""));
        }
        return new ConnectionReport(store.id(), now, findings.all(), facts());
    }

    private void look(Connection connection) {
        switch (connection) {
            case RestCredential credential when closed != null ->
                    findings.rest(credential.kind(), failed(closed));
            case RestCredential credential -> {
                var said = new RestCheck(doors.client(), store, credential, findings).run();
                status = status == null ? said : status;
            }
            case ShellAccess login ->
                    host = new ShellCheck(doors.setting().shell(), store, login, findings).run();
            case SensorKey _ -> sensor();
            case EdgeToken token ->
                    new EdgeCheck(doors.client().calls(), doors.setting().edge(), store, token)
                            .run(findings);
        }
    }

    /** What it tells of logins comes by itself, so it counts only once something came. */
    private void sensor() {
        switch (doors.sensor().status(store)) {
            case StoreAnswer.Failed<SensorStatus>(var why) ->
                    findings.rest(ConnectionKind.SENSOR, failed(why));
            case StoreAnswer.Ok<SensorStatus>(var said) -> {
                findings.put(
                        Capability.WATCH_LOGINS,
                        ConnectionKind.SENSOR,
                        said.deliveredAt() == null
                                ? open(Finding.SENSOR_BROUGHT_NOTHING, "")
                                : may(Finding.SENSOR_SPEAKS));
                findings.rest(ConnectionKind.SENSOR, may(Finding.SENSOR_SPEAKS));
            }
        }
    }

    private ConnectionReport.Facts facts() {
        var seen = status == null ? ofHost() : status;
        return new ConnectionReport.Facts(
                store.url().isHttps(),
                said("name"),
                said("timezone_string"),
                seen == null ? null : seen.wooCommerceVersion(),
                seen == null ? null : seen.wordPressVersion(),
                seen == null ? null : seen.phpVersion(),
                seen == null ? null : seen.highPerformanceOrderStorage(),
                status == null ? null : status.plugins().size(),
                host == null ? null : host.wpCliVersion());
    }

    private @Nullable SystemStatus ofHost() {
        return host == null || host.wooCommerceVersion() == null ? null : host.asStatus();
    }

    private @Nullable String said(String field) {
        if (site == null) {
            return null;
        }
        var text = site.path(field).asString("");
        return text.isBlank() ? null : text;
    }
}
