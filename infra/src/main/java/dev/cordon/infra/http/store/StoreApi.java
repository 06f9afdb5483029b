package dev.cordon.infra.http.store;

import dev.cordon.application.store.CheckConnection;
import dev.cordon.application.store.StoreQueries;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.infra.http.ApiPaths;
import dev.cordon.infra.http.ETags;
import dev.cordon.infra.http.store.StoreJson.ReportJson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(ApiPaths.API + "/stores")
@Tag(name = "stores")
class StoreApi {

    private final StoreQueries stores;
    private final CheckConnection check;

    StoreApi(StoreQueries stores, CheckConnection check) {
        this.stores = stores;
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

    @PostMapping("/{id}/check")
    @Operation(summary = "Asks the store what its keys allow; changes nothing there")
    ReportJson check(@PathVariable UUID id) {
        return ReportJson.of(check.check(new CheckConnection.Command(new StoreId(id))));
    }
}
