package dev.cordon.infra.http.store;

import dev.cordon.application.store.RemoveConnection;
import dev.cordon.application.store.ReplaceConnection;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.store.ConnectionKind;
import dev.cordon.infra.http.ApiPaths;
import dev.cordon.infra.http.ETags;
import dev.cordon.infra.http.store.ConnectionSecrets.ApplicationPasswordJson;
import dev.cordon.infra.http.store.ConnectionSecrets.EdgeTokenJson;
import dev.cordon.infra.http.store.ConnectionSecrets.ShellAccessJson;
import dev.cordon.infra.http.store.ConnectionSecrets.WooKeyJson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The connections of a store. Secrets come in and never go out. */
@RestController
@RequestMapping(ApiPaths.API + "/stores/{id}/connections")
@Tag(name = "stores")
class ConnectionApi {

    private final ReplaceConnection replace;
    private final RemoveConnection remove;

    ConnectionApi(ReplaceConnection replace, RemoveConnection remove) {
        this.replace = replace;
        this.remove = remove;
    }

    @PutMapping("/REST_KEY")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Keeps a WooCommerce key in the place of the former one")
    void keepKey(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @Valid @RequestBody WooKeyJson secrets) {
        keep(id, seen, secrets);
    }

    @PutMapping("/APPLICATION_PASSWORD")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Keeps an application password in the place of the former one")
    void keepPassword(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @Valid @RequestBody ApplicationPasswordJson secrets) {
        keep(id, seen, secrets);
    }

    @PutMapping("/SHELL")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Keeps an SSH login in the place of the former one",
            description = "No other host key than the given one is believed.")
    void keepShell(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @Valid @RequestBody ShellAccessJson secrets) {
        keep(id, seen, secrets);
    }

    @PutMapping("/EDGE")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Keeps a CDN token in the place of the former one")
    void keepEdge(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @Valid @RequestBody EdgeTokenJson secrets) {
        keep(id, seen, secrets);
    }

    private void keep(UUID id, @Nullable String seen, ConnectionSecrets secrets) {
        replace.replace(
                new ReplaceConnection.Command(
                        new StoreId(id), ETags.seen(seen), secrets.connection()));
    }

    @DeleteMapping("/{kind}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Takes a connection away; its secret is deleted")
    void forget(
            @PathVariable UUID id,
            @PathVariable ConnectionKind kind,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen) {
        remove.remove(new RemoveConnection.Command(new StoreId(id), ETags.seen(seen), kind));
    }
}
