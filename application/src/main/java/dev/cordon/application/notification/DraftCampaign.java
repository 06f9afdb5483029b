package dev.cordon.application.notification;

import dev.cordon.application.breach.Determinations;
import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.Ids;
import dev.cordon.application.kernel.Page;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.application.store.Stores;
import dev.cordon.domain.breach.AffectedPerson;
import dev.cordon.domain.breach.Determination;
import dev.cordon.domain.breach.DeterminationId;
import dev.cordon.domain.kernel.IllegalTransition;
import dev.cordon.domain.notification.Campaign;
import dev.cordon.domain.notification.CampaignId;
import dev.cordon.domain.notification.Channel;
import dev.cordon.domain.notification.NoticeText;
import dev.cordon.domain.notification.Recipient;
import dev.cordon.domain.notification.RecipientList;
import dev.cordon.domain.people.Permission;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Begins a notice to the people of a determination; their list is frozen from here on. */
@UseCase
public class DraftCampaign {

    public record Command(DeterminationId determination) {}

    private final Determinations determinations;
    private final Campaigns campaigns;
    private final Deliveries deliveries;
    private final NoticeTemplates templates;
    private final Stores stores;
    private final Caller caller;
    private final Ids ids;
    private final InstantSource clock;

    DraftCampaign(
            Determinations determinations,
            Campaigns campaigns,
            Deliveries deliveries,
            NoticeTemplates templates,
            Stores stores,
            Caller caller,
            Ids ids,
            InstantSource clock) {
        this.determinations = determinations;
        this.campaigns = campaigns;
        this.deliveries = deliveries;
        this.templates = templates;
        this.stores = stores;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    @Requires(Permission.CAMPAIGN_WRITE)
    public CampaignId draft(Command command) {
        var determination = determinations.get(command.determination(), caller.scope());
        if (!(determination.phase() instanceof Determination.Phase.Determined(var result, _))) {
            throw new IllegalTransition("the list of affected people", "not there yet", "be used");
        }
        var texts = templates.accountsEntered(result.basis());
        var recipients = recipients(determination, texts);
        var drafted =
                Campaign.draft(
                        new CampaignId(ids.next()),
                        determination.incident(),
                        determination.store(),
                        determination.id(),
                        Channel.EMAIL,
                        texts,
                        RecipientList.of(recipients),
                        caller.person(),
                        clock.instant());
        campaigns.save(drafted);
        deliveries.freeze(drafted.state().id(), recipients);
        return drafted.state().id();
    }

    private List<Recipient> recipients(Determination determination, Map<String, NoticeText> texts) {
        var store = stores.get(determination.store(), caller.scope());
        var languages = new NoticeLanguages(texts.keySet(), store.language());
        var recipients = new ArrayList<Recipient>();
        String after = null;
        do {
            var page =
                    determinations.people(
                            determination.id(), new Page.Request(Page.LONGEST, after));
            for (var person : page.items()) {
                recipients.add(recipient(recipients.size() + 1, person, languages));
            }
            after = page.next();
        } while (after != null);
        return recipients;
    }

    private static Recipient recipient(
            int ordinal, AffectedPerson person, NoticeLanguages languages) {
        var customer = person.customer();
        return new Recipient(
                ordinal,
                Long.toString(customer.id()),
                customer.email(),
                (customer.firstName() + " " + customer.lastName()).strip(),
                languages.of(customer));
    }
}
