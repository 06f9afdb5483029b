package dev.cordon.infra.http.audit;

import dev.cordon.application.audit.ParkedJobQueries;
import dev.cordon.application.audit.ParkedJobs.ParkedJob;
import dev.cordon.application.audit.TakeUpParkedJob;
import dev.cordon.infra.http.ApiPaths;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the program could not finish by itself. */
@RestController
@RequestMapping(ApiPaths.API + "/parked-jobs")
@Tag(name = "parked-jobs")
class ParkedJobApi {

    private final ParkedJobQueries queries;
    private final TakeUpParkedJob takeUp;

    ParkedJobApi(ParkedJobQueries queries, TakeUpParkedJob takeUp) {
        this.queries = queries;
        this.takeUp = takeUp;
    }

    /**
     * A parked job.
     *
     * @param job what kind of work, {@code dispatch-campaign}
     * @param subject the id of the thing it works on
     * @param failures how often it failed in a row
     * @param failure the last failure's words, without secrets and addresses
     */
    record ParkedJobJson(
            UUID id, String job, UUID subject, int failures, String failure, Instant parkedAt) {

        static ParkedJobJson of(ParkedJob parked) {
            return new ParkedJobJson(
                    parked.id(),
                    parked.job(),
                    parked.subject(),
                    parked.failures(),
                    parked.failure(),
                    parked.parkedAt());
        }
    }

    @GetMapping
    @Operation(summary = "Lists the work that kept failing and waits for a person, latest first")
    List<ParkedJobJson> list() {
        return queries.parked().stream().map(ParkedJobJson::of).toList();
    }

    @PostMapping("/{id}/take-up")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Lets a parked job be tried again, once what it failed at was mended")
    void takeUp(@PathVariable UUID id) {
        takeUp.takeUp(id);
    }
}
