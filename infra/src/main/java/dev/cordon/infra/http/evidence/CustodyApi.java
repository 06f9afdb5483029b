package dev.cordon.infra.http.evidence;

import dev.cordon.application.evidence.AcceptEvidence;
import dev.cordon.application.evidence.DeclineEvidence;
import dev.cordon.application.evidence.HandOverEvidence;
import dev.cordon.application.evidence.HoldEvidence;
import dev.cordon.application.evidence.KeepEvidence;
import dev.cordon.application.evidence.ReleaseEvidence;
import dev.cordon.application.evidence.SealEvidence;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.infra.http.ApiPaths;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who holds an item, and how; each call is a link of its chain. */
@RestController
@RequestMapping(ApiPaths.API + "/evidence/{id}")
@Tag(name = "evidence")
class CustodyApi {

    private final SealEvidence seal;
    private final HandOverEvidence handOver;
    private final AcceptEvidence accept;
    private final DeclineEvidence decline;
    private final HoldEvidence hold;
    private final ReleaseEvidence release;
    private final KeepEvidence keep;

    CustodyApi(
            SealEvidence seal,
            HandOverEvidence handOver,
            AcceptEvidence accept,
            DeclineEvidence decline,
            HoldEvidence hold,
            ReleaseEvidence release,
            KeepEvidence keep) {
        this.seal = seal;
        this.handOver = handOver;
        this.accept = accept;
        this.decline = decline;
        this.hold = hold;
        this.release = release;
        this.keep = keep;
    }

    record PurposeJson(@NotBlank @Size(max = 500) String purpose) {}

    /**
     * A hand-over.
     *
     * @param to the login name of whoever is to answer for it
     */
    record HandOverJson(@NotBlank String to, @NotBlank @Size(max = 500) String purpose) {}

    /**
     * A legal hold.
     *
     * @param matter what needs the item: a case number, a dispute
     */
    record MatterJson(
            @NotBlank @Size(max = 200) String matter, @NotBlank @Size(max = 500) String purpose) {}

    record KeepJson(@NotNull Instant until, @NotBlank @Size(max = 500) String purpose) {}

    @PostMapping("/seal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Makes an item read-only where it lies, for as long as it is kept")
    void seal(@PathVariable UUID id, @Valid @RequestBody PurposeJson wish) throws IOException {
        seal.seal(new SealEvidence.Command(new EvidenceId(id), wish.purpose()));
    }

    @PostMapping("/hand-over")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Offers an item to another person, hashed anew before")
    void handOver(@PathVariable UUID id, @Valid @RequestBody HandOverJson wish) throws IOException {
        handOver.handOver(
                new HandOverEvidence.Command(new EvidenceId(id), wish.to(), wish.purpose()));
    }

    @PostMapping("/accept")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Takes an item over that was offered to the caller, hashed anew before")
    void accept(@PathVariable UUID id, @Valid @RequestBody PurposeJson wish) throws IOException {
        accept.accept(new AcceptEvidence.Command(new EvidenceId(id), wish.purpose()));
    }

    @PostMapping("/decline")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Refuses a hand-over, or takes the caller's own back")
    void decline(@PathVariable UUID id, @Valid @RequestBody PurposeJson wish) {
        decline.decline(new DeclineEvidence.Command(new EvidenceId(id), wish.purpose()));
    }

    @PostMapping("/hold")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Forbids to dispose of an item as long as a matter needs it")
    void hold(@PathVariable UUID id, @Valid @RequestBody MatterJson wish) throws IOException {
        hold.hold(new HoldEvidence.Command(new EvidenceId(id), wish.matter(), wish.purpose()));
    }

    @PostMapping("/release")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Ends the hold of one matter; holds of others stay")
    void release(@PathVariable UUID id, @Valid @RequestBody MatterJson wish) throws IOException {
        release.release(
                new ReleaseEvidence.Command(new EvidenceId(id), wish.matter(), wish.purpose()));
    }

    @PostMapping("/keep")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Changes until when an item is kept")
    void keep(@PathVariable UUID id, @Valid @RequestBody KeepJson wish) throws IOException {
        keep.keep(new KeepEvidence.Command(new EvidenceId(id), wish.until(), wish.purpose()));
    }
}
