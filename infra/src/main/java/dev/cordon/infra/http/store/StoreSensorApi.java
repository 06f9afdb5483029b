package dev.cordon.infra.http.store;

import dev.cordon.application.store.GiveOutSensor;
import dev.cordon.application.store.GiveOutSensor.Outcome;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.infra.http.ApiPaths;
import dev.cordon.infra.http.ApiProblem;
import dev.cordon.infra.http.ETags;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** By PUT, so that no answer with a secret in it is kept to be repeated. */
@RestController
@RequestMapping(ApiPaths.API + "/stores/{id}/sensor")
@Tag(name = "stores")
class StoreSensorApi {

    private final GiveOutSensor sensor;

    StoreSensorApi(GiveOutSensor sensor) {
        this.sensor = sensor;
    }

    @PutMapping(produces = "application/zip")
    @Operation(
            summary = "Gives the sensor plugin out for a store, as a ZIP with a new secret in it",
            description =
                    "To be uploaded in WordPress. The secret is in this answer and nowhere else. A"
                            + " plugin that is installed goes on with its former secret until this"
                            + " one speaks for the first time.")
    ResponseEntity<byte[]> giveOut(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable String ifMatch) {
        var command = new GiveOutSensor.Command(new StoreId(id), ETags.seen(ifMatch));
        return switch (sensor.giveOut(command)) {
            case Outcome.Given(var zip) ->
                    ResponseEntity.ok()
                            .cacheControl(CacheControl.noStore())
                            .header(
                                    HttpHeaders.CONTENT_DISPOSITION,
                                    ContentDisposition.attachment()
                                            .filename("cordon-sensor.zip")
                                            .build()
                                            .toString())
                            .body(zip);
            case Outcome.Refused refused ->
                    throw ApiProblem.refused(
                            refused,
                            "Cordon's address (CORDON_ADDRESS) is not https, and the sensor sends"
                                    + " nowhere else. Nothing was made. Set the address first.");
        };
    }
}
