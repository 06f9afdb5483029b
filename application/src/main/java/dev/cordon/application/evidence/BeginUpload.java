package dev.cordon.application.evidence;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.Ids;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.people.Permission;
import java.io.IOException;
import java.time.InstantSource;

/** Begins to take a large file in, piece by piece. Nothing is under custody before it is whole. */
@StreamingUseCase
public class BeginUpload {

    /**
     * @param name as it came, without a path
     * @param size in bytes
     */
    public record Command(IncidentId incident, String name, long size) {
        private static final int LONGEST_NAME = 200;

        public Command {
            name = name.replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cntrl}", "").strip();
            name = name.isEmpty() ? "unnamed" : name;
            name = name.substring(0, Math.min(LONGEST_NAME, name.length()));
            if (size < 0) {
                throw new IllegalArgumentException("a size is not negative");
            }
        }
    }

    /** The caller has begun as many as one may at once. */
    public static class TooMany extends IllegalArgumentException {
        TooMany() {
            super("you have begun " + Upload.MOST + " uploads; end or cancel some first");
        }
    }

    private final Uploads uploads;
    private final OwnUploads own;
    private final EvidenceStage stage;
    private final Collecting collecting;
    private final Ids ids;
    private final Caller caller;
    private final InstantSource clock;

    BeginUpload(
            Uploads uploads,
            OwnUploads own,
            EvidenceStage stage,
            Collecting collecting,
            Ids ids,
            Caller caller,
            InstantSource clock) {
        this.uploads = uploads;
        this.own = own;
        this.stage = stage;
        this.collecting = collecting;
        this.ids = ids;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * @throws EvidenceVault.TooLarge if it is larger than evidence may be
     * @throws EvidenceStage.NoRoom if there is no room for it beside what others have begun
     * @throws TooMany if the caller has begun too many
     */
    @Requires(Permission.EVIDENCE_COLLECT)
    public Upload begin(Command command) throws IOException {
        var incident = collecting.incident(command.incident(), caller.scope());
        if (command.size() > CollectEvidence.LIMIT) {
            throw new EvidenceVault.TooLarge(CollectEvidence.LIMIT);
        }
        var begun = uploads.all();
        if (begun.stream().filter(own::isOwn).count() >= Upload.MOST) {
            throw new TooMany();
        }
        long outstanding = begun.stream().mapToLong(Upload::outstanding).sum();
        stage.requireRoom(2 * command.size() + outstanding);
        var now = clock.instant();
        var upload =
                new Upload(
                        ids.next(),
                        incident.id(),
                        caller.actor().reference(),
                        command.name(),
                        command.size(),
                        0,
                        now,
                        now);
        uploads.begin(upload);
        return upload;
    }
}
