package dev.cordon.infra.http.evidence;

import dev.cordon.application.evidence.WatchQueries;
import dev.cordon.infra.http.ApiPaths;
import dev.cordon.infra.http.evidence.WatchJson.WatchedJson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(ApiPaths.API)
@Tag(name = "evidence")
class WatchApi {

    private final WatchQueries watch;

    WatchApi(WatchQueries watch) {
        this.watch = watch;
    }

    @GetMapping("/evidence/watch")
    @Operation(
            summary = "How far evidence and ledger were checked by the program itself",
            description = "What differs has an alert as well. Items are those that you may see.")
    WatchedJson watched() {
        return WatchedJson.of(watch.standing());
    }
}
