package dev.cordon.woocommerce.evidence;

import dev.cordon.application.evidence.StoreSources;
import dev.cordon.application.store.StoreCredentials;
import dev.cordon.application.store.StoreShell;
import dev.cordon.domain.evidence.Coverage;
import dev.cordon.domain.evidence.acquisition.SourcePart;
import dev.cordon.domain.evidence.acquisition.StoreSource;
import dev.cordon.domain.evidence.acquisition.Survey;
import dev.cordon.domain.evidence.acquisition.Survey.Absence;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreAccess;
import dev.cordon.domain.store.StoreAnswer;
import dev.cordon.domain.store.StoreFailure;
import dev.cordon.woocommerce.store.RestSnapshot;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a store gives out by the connections that are kept: everything by a login on its host, and a
 * snapshot by its REST interfaces.
 */
public final class ConnectedSources implements StoreSources {

    private static final SourcePart REST =
            new SourcePart(
                    StoreSource.SNAPSHOT,
                    "rest-snapshot",
                    null,
                    SourcePart.Form.JSON,
                    "GET of system_status, payment_gateways, webhooks, plugins, themes, users and"
                            + " settings, secrets blotted out",
                    Coverage.UNKNOWN);

    private final StoreCredentials credentials;
    private final HostSources host;
    private final RestSnapshot rest;

    public ConnectedSources(
            StoreCredentials credentials,
            StoreShell shell,
            RestSnapshot rest,
            InstantSource clock) {
        this.credentials = credentials;
        this.host = new HostSources(shell, clock);
        this.rest = rest;
    }

    @Override
    public StoreAnswer<Survey> survey(Store store, Set<StoreSource> wanted) {
        var access = credentials.of(store.id());
        var byRest = byRest(access, wanted);
        if (access.shell() == null) {
            return byRest.isEmpty()
                    ? new StoreAnswer.Failed<>(
                            new StoreFailure.NoCredential("SSH login or REST key"))
                    : new StoreAnswer.Ok<>(
                            survey(
                                    new HostSurvey("REST " + store.url(), "", null, List.of()),
                                    byRest,
                                    wanted));
        }
        return host.survey(store, access.shell(), wanted)
                .map(found -> survey(found, byRest, wanted));
    }

    /**
     * What was found on a host.
     *
     * @param clockDrift null if it did not say its time
     */
    record HostSurvey(
            String origin, String tools, @Nullable Duration clockDrift, List<SourcePart> parts) {}

    private static List<SourcePart> byRest(StoreAccess access, Set<StoreSource> wanted) {
        boolean asks = access.forWooCommerce() != null || access.forWordPress() != null;
        return asks && wanted.contains(StoreSource.SNAPSHOT) ? List.of(REST) : List.of();
    }

    private static Survey survey(
            HostSurvey host, List<SourcePart> byRest, Set<StoreSource> wanted) {
        var parts = new ArrayList<SourcePart>();
        parts.addAll(host.parts());
        parts.addAll(byRest);
        var missing = EnumSet.copyOf(wanted);
        parts.forEach(part -> missing.remove(part.source()));
        return new Survey(
                host.origin(),
                host.tools(),
                host.clockDrift(),
                parts,
                missing.stream()
                        .map(source -> new Survey.Missing(source, why(host, source), ""))
                        .toList());
    }

    private static Absence why(HostSurvey host, StoreSource source) {
        if (host.tools().isEmpty()) {
            return Absence.NO_LOGIN;
        }
        return switch (source) {
            case SESSIONS, DATABASE -> Absence.NO_DATABASE;
            case SNAPSHOT, LOGS, CONFIGURATION, MUST_USE_PLUGINS, PLUGINS, THEMES, UPLOADS ->
                    Absence.NO_FILES;
        };
    }

    @Override
    public <R> StoreAnswer<R> read(Store store, SourcePart part, Reader<R> reader)
            throws IOException {
        if (!part.equals(REST)) {
            return host.read(store, part, reader);
        }
        return switch (rest.take(store)) {
            case StoreAnswer.Ok<byte[]>(var document) ->
                    new StoreAnswer.Ok<>(reader.read(new ByteArrayInputStream(document)));
            case StoreAnswer.Failed<byte[]>(var why) -> new StoreAnswer.Failed<>(why);
        };
    }
}
