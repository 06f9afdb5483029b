package dev.cordon.infra.http.store;

import dev.cordon.application.store.AcceptDifferences;
import dev.cordon.application.store.ApproveBaseline;
import dev.cordon.application.store.InventoryQueries;
import dev.cordon.application.store.TakeInventory;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.Version;
import dev.cordon.domain.store.inventory.ChangedFile;
import dev.cordon.infra.http.ApiPaths;
import dev.cordon.infra.http.ETags;
import dev.cordon.infra.http.PageJson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Set;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What there is in a store. */
@RestController
@RequestMapping(ApiPaths.API + "/stores/{id}/inventory")
@Tag(name = "stores")
class InventoryApi {

    private final InventoryQueries queries;
    private final TakeInventory take;

    private final ApproveBaseline approve;
    private final AcceptDifferences accept;

    InventoryApi(
            InventoryQueries queries,
            TakeInventory take,
            ApproveBaseline approve,
            AcceptDifferences accept) {
        this.queries = queries;
        this.take = take;
        this.approve = approve;
        this.accept = accept;
    }

    /**
     * All that was seen may be there.
     *
     * @param inventory the version that was looked at
     */
    record BaselineApprovalJson(long inventory, @NotBlank @Size(max = 500) String note) {}

    /**
     * Some differences may be.
     *
     * @param inventory the version that was looked at
     * @param differences by their names
     */
    record AcceptanceJson(
            long inventory,
            @NotEmpty @Size(max = 10_000) Set<@NotBlank @Size(max = 10_000) String> differences,
            @NotBlank @Size(max = 500) String note) {}

    @GetMapping
    @Operation(
            summary = "Shows what there is in the store",
            description =
                    "Software, people with rights, keys, webhooks, ways to pay, cron events,"
                            + " options. Holds no secret. What no connection shows is said and is"
                            + " not absent.")
    ResponseEntity<InventoryJson> inventory(@PathVariable UUID id) {
        var shown = queries.inventory(new StoreId(id));
        var baseline = shown.baseline();
        return ResponseEntity.ok()
                .eTag(ETags.of(baseline == null ? Version.NEW : baseline.version()))
                .body(InventoryJson.of(shown));
    }

    @PutMapping("/baseline")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Says that what was seen may be there, and nothing else",
            description =
                    "Only a person may. If-Match takes the ETag of the inventory; before the first"
                            + " approval that is \"0\".")
    void approveBaseline(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @Valid @RequestBody BaselineApprovalJson wish) {
        approve.approve(
                new ApproveBaseline.Command(
                        new StoreId(id), ETags.seen(seen), wish.inventory(), wish.note()));
    }

    @PostMapping("/acceptances")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Says that some differences from the baseline may be")
    void acceptDifferences(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String seen,
            @Valid @RequestBody AcceptanceJson wish) {
        accept.accept(
                new AcceptDifferences.Command(
                        new StoreId(id),
                        ETags.seen(seen),
                        wish.inventory(),
                        wish.differences(),
                        wish.note()));
    }

    @PostMapping("/looks")
    @Operation(
            summary = "Looks through the store now; changes nothing there",
            description = "With files=true its files too, which takes a while the first time.")
    InventoryJson lookThrough(
            @PathVariable UUID id, @RequestParam(defaultValue = "false") boolean files) {
        take.take(new TakeInventory.Command(new StoreId(id), files));
        return InventoryJson.of(queries.inventory(new StoreId(id)));
    }

    @GetMapping("/changed-files")
    @Operation(
            summary = "Lists the files that changed since an area of files was approved",
            description =
                    "By their paths. Holds them as long as the area differs; of a store no more than"
                            + " 50,000.")
    PageJson<ChangedFileJson> changedFiles(
            @PathVariable UUID id,
            @RequestParam String area,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String after) {
        return PageJson.of(
                queries.changedFiles(new StoreId(id), area, PageJson.request(limit, after)),
                ChangedFileJson::of);
    }

    /**
     * A file that was another one than the time before.
     *
     * @param at when that was seen
     */
    record ChangedFileJson(String path, ChangedFile.How how, Instant at) {

        static ChangedFileJson of(ChangedFile file) {
            return new ChangedFileJson(file.path(), file.how(), file.at());
        }
    }

    @GetMapping("/versions/{version}")
    @Operation(summary = "Shows what there was when something else was seen for the first time")
    List<InventoryJson.InventoryItemJson> inventoryVersion(
            @PathVariable UUID id, @PathVariable long version) {
        return InventoryJson.items(queries.version(new StoreId(id), version));
    }
}
