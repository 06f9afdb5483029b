package dev.cordon.ui.notification;

import dev.cordon.application.breach.BreachQueries;
import dev.cordon.domain.breach.Determination;
import dev.cordon.domain.incident.Incident;
import dev.cordon.domain.notification.Campaign;
import dev.cordon.domain.notification.Campaign.Phase;
import dev.cordon.domain.people.Permission;
import dev.cordon.ui.incident.NextStep;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Write to the people, have it approved, and see it through. */
@Configuration(proxyBeanMethods = false)
class NoticeSteps {

    @Bean
    NextStep approveWhatWaits(CampaignActions actions) {
        return toNotice(60, actions, "approve", found -> isMineToApprove(found, actions));
    }

    @Bean
    NextStep submitTheDraft(CampaignActions actions) {
        return toNotice(
                61,
                actions,
                "submit",
                found ->
                        found.phase() instanceof Phase.Draft
                                && actions.caller().may(Permission.CAMPAIGN_WRITE));
    }

    @Bean
    NextStep writeToThePeople(CampaignActions actions, BreachQueries breaches) {
        return NextStep.when(
                62,
                incident ->
                        actions.caller().may(Permission.CAMPAIGN_WRITE)
                                && actions.queries().of(incident.id()).isEmpty()
                                && breaches.affected(incident.id())
                                        .filter(NoticeSteps::namesSomebody)
                                        .isPresent(),
                "draft",
                page -> page.show(NoticesTab.ID));
    }

    private static NextStep toNotice(
            int order, CampaignActions actions, String id, Predicate<Campaign> due) {
        return new NextStep() {
            @Override
            public int order() {
                return order;
            }

            @Override
            public Optional<Step> of(Incident incident) {
                return actions.queries().of(incident.id()).stream()
                        .filter(due)
                        .findFirst()
                        .map(found -> Step.named(id, _ -> CampaignNavigation.open(found.id())));
            }
        };
    }

    private static boolean isMineToApprove(Campaign campaign, CampaignActions actions) {
        var caller = actions.caller();
        return campaign.phase() instanceof Phase.Submitted
                && caller.may(Permission.CAMPAIGN_APPROVE)
                && !campaign.authors().contains(caller.actor().name());
    }

    private static boolean namesSomebody(Determination found) {
        return found.phase() instanceof Determination.Phase.Determined(var result, _)
                && result.people() > 0;
    }
}
