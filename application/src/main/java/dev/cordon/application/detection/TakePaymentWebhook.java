package dev.cordon.application.detection;

import dev.cordon.application.detection.PaymentWebhooks.Delivery;
import dev.cordon.application.detection.PaymentWebhooks.Reading;
import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.domain.detection.log.LogSource;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.people.Permission;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Takes in what a payment provider tells a store, as one line of a log, safe on disk before the
 * answer. The signature decides, and the database is not asked.
 */
@StreamingUseCase
public class TakePaymentWebhook {

    public record Command(SourceId source, Delivery delivery) {}

    private final SourceDirectory directory;
    private final OpenedSecrets opened;
    private final PaymentWebhooks webhooks;
    private final TakingLines taking;
    private final Caller caller;

    TakePaymentWebhook(
            SourceDirectory directory,
            OpenedSecrets opened,
            PaymentWebhooks webhooks,
            TakingLines taking,
            Caller caller) {
        this.directory = directory;
        this.opened = opened;
        this.webhooks = webhooks;
        this.taking = taking;
        this.caller = caller;
    }

    /**
     * @throws NotFound if there is no such source, or it has no secret of that provider
     * @throws WebhookRefused if it is not the provider's, too old, or not understood
     * @throws LogSpool.SpoolFull if detection is so far behind that no more is taken for now
     * @throws SourceTooFast if the source sends more than it may
     * @throws IOException if it could not be kept
     */
    @Requires(Permission.LOG_INGEST)
    public IngestLines.Receipt take(Command command) throws IOException, WebhookRefused {
        var delivery = command.delivery();
        var secrets = directory.secretsOf(command.source(), delivery.provider());
        if (secrets.isEmpty()) {
            throw noDoor(command);
        }
        var source = source(command);
        return switch (webhooks.read(delivery, opened.of(secrets))) {
            case Reading.Ping _ -> new IngestLines.Receipt(0);
            case Reading.Told told -> new IngestLines.Receipt(keep(source, told));
        };
    }

    /** The directory alone is asked: this door is open to everybody, the database is not. */
    private LogSource source(Command command) {
        return directory
                .find(command.source())
                .filter(source -> source.format().hasEvents())
                .filter(source -> caller.scope().covers(source.store()))
                .orElseThrow(() -> noDoor(command));
    }

    private long keep(LogSource source, Reading.Told told) throws IOException {
        var line = told.line().getBytes(StandardCharsets.UTF_8);
        return taking.take(source, told.name(), new ByteArrayInputStream(line));
    }

    private static NotFound noDoor(Command command) {
        return new NotFound(
                "door for webhooks of %s at the log %s"
                        .formatted(command.delivery().provider().word(), command.source()));
    }
}
