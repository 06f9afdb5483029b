package dev.cordon.infra.http.store;

import dev.cordon.application.store.ExposureQueries;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.store.inventory.ItemKind;
import dev.cordon.domain.store.vulnerability.Exposure;
import dev.cordon.domain.store.vulnerability.Urgency;
import dev.cordon.infra.http.ApiPaths;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What in a store is known to be vulnerable. */
@RestController
@RequestMapping(ApiPaths.API + "/stores/{id}/exposures")
@Tag(name = "stores")
class ExposureApi {

    private final ExposureQueries queries;

    ExposureApi(ExposureQueries queries) {
        this.queries = queries;
    }

    /**
     * What is vulnerable, and by which feed.
     *
     * @param feedAt when the feed's file was put there; null if there is none
     * @param feedTrouble why it was not read to its end; null if it was
     */
    record ExposuresJson(
            @Nullable Instant feedAt,
            long feedRecords,
            @Nullable String feedTrouble,
            List<ExposureJson> exposures) {}

    /**
     * Something in a version that is known to be vulnerable.
     *
     * @param patched the versions in which it is mended
     * @param due until when it is to be mended
     * @param copyright whose words these are
     */
    record ExposureJson(
            String vulnerability,
            ItemKind kind,
            String id,
            String name,
            String version,
            String title,
            @Nullable String cve,
            @Nullable Double score,
            Urgency urgency,
            @Nullable String link,
            List<String> patched,
            Instant since,
            Instant due,
            String copyright) {

        static ExposureJson of(Exposure exposure) {
            return new ExposureJson(
                    exposure.vulnerability(),
                    exposure.key().kind(),
                    exposure.key().id(),
                    exposure.item(),
                    exposure.version(),
                    exposure.title(),
                    exposure.cve(),
                    exposure.score(),
                    exposure.urgency(),
                    exposure.link(),
                    exposure.patched(),
                    exposure.since(),
                    exposure.due(),
                    exposure.copyright());
        }
    }

    @GetMapping
    @Operation(summary = "Shows what in the store is known to be vulnerable, the most urgent first")
    ExposuresJson exposures(@PathVariable UUID id) {
        var shown = queries.exposures(new StoreId(id));
        var feed = shown.feed();
        return new ExposuresJson(
                feed == null ? null : feed.at(),
                feed == null ? 0 : feed.records(),
                feed == null ? null : feed.trouble(),
                shown.exposures().stream().map(ExposureJson::of).toList());
    }
}
