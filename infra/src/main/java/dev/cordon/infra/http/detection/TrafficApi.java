package dev.cordon.infra.http.detection;

import dev.cordon.application.detection.TrafficQueries;
import dev.cordon.domain.detection.log.Traffic;
import dev.cordon.domain.detection.log.TrafficStep;
import dev.cordon.infra.http.ApiPaths;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a log showed over time, in numbers. */
@RestController
@RequestMapping(ApiPaths.API + "/sources/{id}")
@Tag(name = "sources")
class TrafficApi {

    private final TrafficQueries traffic;

    TrafficApi(TrafficQueries traffic) {
        this.traffic = traffic;
    }

    /**
     * A minute or an hour, by the times that the log's lines tell.
     *
     * @param lines that came in, those that were not understood among them
     * @param bytes of them
     * @param succeeded answers with a status of 200 to 299
     * @param redirected 300 to 399
     * @param refused 400 to 499
     * @param failed 500 to 599
     * @param logins that events told of; an access log's own requests are not in it
     */
    record TrafficJson(
            Instant from,
            long lines,
            long bytes,
            long understood,
            long succeeded,
            long redirected,
            long refused,
            long failed,
            long logins,
            long failedLogins,
            long orders,
            long failedOrders,
            long payments,
            long failedPayments) {

        static TrafficJson of(Traffic.Part part) {
            var counts = part.counts();
            return new TrafficJson(
                    part.from(),
                    counts.lines(),
                    counts.bytes(),
                    counts.understood(),
                    counts.succeeded(),
                    counts.redirected(),
                    counts.refused(),
                    counts.failed(),
                    counts.logins(),
                    counts.failedLogins(),
                    counts.orders(),
                    counts.failedOrders(),
                    counts.payments(),
                    counts.failedPayments());
        }
    }

    @GetMapping("/traffic")
    @Operation(
            summary = "Shows what a log showed over time, in numbers that outlive its lines",
            description =
                    "By the minute for 14 days, by the hour for 13 months; at most 1500 steps at"
                            + " once, and none where nothing came. The latest minute may be missing.")
    List<TrafficJson> traffic(
            @PathVariable String id,
            @RequestParam Instant from,
            @RequestParam Instant to,
            @RequestParam(defaultValue = "hour") @Schema(allowableValues = {"minute", "hour"})
                    String step) {
        return traffic.of(Sources.named(id), step(step), from, to).stream()
                .map(TrafficJson::of)
                .toList();
    }

    private static TrafficStep step(String text) {
        try {
            return TrafficStep.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("a step is minute or hour", unknown);
        }
    }
}
