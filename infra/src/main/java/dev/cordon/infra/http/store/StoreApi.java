package dev.cordon.infra.http.store;

import dev.cordon.application.store.AddStore;
import dev.cordon.application.store.CheckConnection;
import dev.cordon.application.store.StoreQueries;
import dev.cordon.application.store.UpdateStore;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.store.StoreAccess;
import dev.cordon.infra.http.ApiPaths;
import dev.cordon.infra.http.ApiProblem;
import dev.cordon.infra.http.ETags;
import dev.cordon.infra.http.store.StoreJson.ReportJson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(ApiPaths.API + "/stores")
@Tag(name = "stores")
class StoreApi {

    private final StoreQueries stores;
    private final AddStore add;
    private final UpdateStore update;
    private final CheckConnection check;

    StoreApi(StoreQueries stores, AddStore add, UpdateStore update, CheckConnection check) {
        this.stores = stores;
        this.add = add;
        this.update = update;
        this.check = check;
    }

    @GetMapping
    @Operation(summary = "Lists the stores in care, by name")
    List<StoreJson> list() {
        return stores.stores().stream().map(StoreJson::of).toList();
    }

    @GetMapping("/{id}")
    @Operation(summary = "Shows a store and what its last check found")
    ResponseEntity<StoreJson> show(@PathVariable UUID id) {
        var detail = stores.store(new StoreId(id));
        return ResponseEntity.ok()
                .eTag(ETags.of(detail.store().version()))
                .body(StoreJson.of(detail));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Takes a store into care",
            description = "It is not called before it has a connection and is checked.")
    ResponseEntity<StoreAddedJson> add(@Valid @RequestBody StoreWishJson wish) {
        return switch (add.add(new AddStore.Command(wish.profile(), StoreAccess.NONE))) {
            case AddStore.Outcome.Added(var id) ->
                    ResponseEntity.created(URI.create(ApiPaths.API + "/stores/" + id))
                            .body(new StoreAddedJson(id.value()));
            case AddStore.Outcome.Refused refused -> throw refused(refused);
        };
    }

    private static ApiProblem refused(AddStore.Outcome.Refused refused) {
        return switch (refused) {
            case ADDRESS_ALREADY_IN_CARE ->
                    ApiProblem.notAccepted("A store at that address is in care. Nothing was done.");
            case CALLER_MANAGES_SOME_STORES_ONLY ->
                    ApiProblem.notAccepted(
                            "Who manages some stores only adds none. Nothing was done.");
            case TWIN_IS_NO_STAGING_STORE -> noTwin();
        };
    }

    private static ApiProblem noTwin() {
        return ApiProblem.notAccepted("A twin is a staging store in care. Nothing was changed.");
    }

    @PutMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Corrects what is known about a store",
            description =
                    "Another server makes Cordon forget the keys: they are never shown to another"
                            + " host than the one they were entered for.")
    void update(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @Valid @RequestBody StoreWishJson wish) {
        var reason = wish.reason();
        if (reason == null || reason.isBlank()) {
            throw ApiProblem.notAccepted("A change has a reason. Nothing was changed.");
        }
        var command =
                new UpdateStore.Command(
                        new StoreId(id), ETags.seen(seen), wish.profile(), reason.strip());
        switch (update.update(command)) {
            case UPDATED -> {
                // That is the answer.
            }
            case TWIN_IS_NO_STAGING_STORE -> throw noTwin();
        }
    }

    @PostMapping("/{id}/check")
    @Operation(
            summary =
                    "Finds out what is possible by which connection; changes nothing in the store")
    ReportJson check(@PathVariable UUID id) {
        return ReportJson.of(check.check(new CheckConnection.Command(new StoreId(id))));
    }
}
