package dev.cordon.application.notification;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.Denied;
import dev.cordon.application.notification.DispatchLedger.Start;
import dev.cordon.application.notification.MessageChannel.Unavailable;
import dev.cordon.application.notification.NoticeLetters.Letters;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.domain.notification.Campaign;
import dev.cordon.domain.notification.CampaignId;
import dev.cordon.domain.notification.Delivery;
import dev.cordon.domain.people.AutomationPolicy;
import dev.cordon.domain.people.Permission;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;

/**
 * Sends what two people agreed on. A message is written down as in flight before it leaves, and
 * never leaves again by itself: what a kill cut off is unknown, and a person decides.
 *
 * <p>To be run by one job at a time. Called again, it goes on where it stopped.
 */
@StreamingUseCase
public class DispatchCampaign {

    /**
     * @param fruitless how many runs in a row before this one found no way out
     * @param goOn asked between two messages; false ends the run, to be gone on with
     */
    public record Command(CampaignId campaign, int fruitless, BooleanSupplier goOn) {}

    /** What came of a run. */
    public sealed interface Outcome {
        /** Every recipient has an outcome. */
        record Completed() implements Outcome {}

        /** There is more to send, not before then. */
        record GoesOn(Instant next) implements Outcome {}

        /**
         * There was no way out.
         *
         * @param fruitless how many runs in a row found none, this one included
         */
        record NoWayOut(Instant next, int fruitless, String why) implements Outcome {}

        /** It is not sent as it stands; trying again changes nothing. */
        record Refused(String why) implements Outcome {}
    }

    private final DispatchLedger ledger;
    private final NoticeLetters letters;
    private final Channels channels;
    private final Caller caller;
    private final InstantSource clock;

    DispatchCampaign(
            DispatchLedger ledger,
            NoticeLetters letters,
            Channels channels,
            Caller caller,
            InstantSource clock) {
        this.ledger = ledger;
        this.letters = letters;
        this.channels = channels;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * @throws Denied if anybody but the dispatcher calls: two runs at a time would take what the
     *     other has in flight for cut off
     */
    @Requires(Permission.CAMPAIGN_DISPATCH)
    public Outcome dispatch(Command command) {
        var dispatcher = caller.actor();
        if (!dispatcher.equals(AutomationPolicy.DISPATCHER.actor())) {
            throw new Denied(dispatcher.reference(), "DispatchCampaign", null);
        }
        return switch (ledger.begin(command.campaign(), dispatcher)) {
            case Start.Over() -> new Outcome.Completed();
            case Start.Refused(var why) -> new Outcome.Refused(why);
            case Start.Cleared(var campaign) -> send(campaign, command);
        };
    }

    private Outcome send(Campaign campaign, Command command) {
        var brake = new Brake();
        try {
            if (ledger.hasDue(campaign.id())) {
                sendDue(campaign, command.goOn(), brake);
            }
            return ended(campaign.id());
        } catch (Unavailable e) {
            return noWayOut(campaign.id(), brake.sawProgress() ? 0 : command.fruitless(), e);
        }
    }

    private void sendDue(Campaign campaign, BooleanSupplier goOn, Brake brake) throws Unavailable {
        var written = letters.of(campaign);
        try (var connection = channels.open(campaign.channel())) {
            var next = ledger.claim(campaign.id(), written.domain());
            while (next.isPresent()) {
                var claimed = next.get();
                var result = handOver(claimed, written, connection);
                brake.saw(result);
                next =
                        ledger.settle(
                                claimed,
                                result,
                                written.domain(),
                                () -> !brake.isPulled() && goOn.getAsBoolean());
            }
        }
        if (brake.isPulled()) {
            throw new Unavailable(brake.why());
        }
    }

    private DeliveryResult handOver(
            Delivery claimed, Letters written, MessageChannel.Connection connection)
            throws Unavailable {
        try {
            return Retries.bounded(connection.send(written.to(claimed)), claimed.attempts());
        } catch (Unavailable e) {
            ledger.putBack(claimed, String.valueOf(e.getMessage()));
            throw e;
        }
    }

    private Outcome ended(CampaignId campaign) {
        var next = ledger.end(campaign, caller.actor());
        if (next.isEmpty()) {
            return new Outcome.Completed();
        }
        var now = clock.instant();
        if (!next.get().isAfter(now)) {
            return new Outcome.GoesOn(now);
        }
        ledger.waits(campaign, "Some receiving servers asked to be tried again later.", next.get());
        return new Outcome.GoesOn(next.get());
    }

    private Outcome noWayOut(CampaignId campaign, int fruitless, Unavailable e) {
        var next = clock.instant().plus(Retries.wayOut(fruitless));
        var why = String.valueOf(e.getMessage());
        ledger.waits(campaign, why, next);
        return new Outcome.NoWayOut(next, fruitless + 1, why);
    }
}
