package dev.cordon.ui.notification;

import dev.cordon.application.detection.RuleQueries;
import dev.cordon.application.kernel.Caller;
import dev.cordon.application.notification.CampaignQueries;
import dev.cordon.application.notification.LocalMailboxQueries;
import dev.cordon.application.notification.MailTrialQueries;
import dev.cordon.application.notification.SendTestMail;
import dev.cordon.domain.people.Permission;
import dev.cordon.ui.kernel.Place;
import dev.cordon.ui.kernel.RailEntry;
import dev.cordon.ui.kernel.SetupStep;
import dev.cordon.ui.kernel.SituationCard;
import dev.cordon.ui.kernel.SituationCard.Column;
import dev.cordon.ui.kernel.Words;
import dev.cordon.ui.people.NameBook;
import dev.cordon.ui.people.SettingsSection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** What notices and webhooks contribute to rail, situation and settings. */
@Configuration(proxyBeanMethods = false)
class NotificationContributions {

    @Bean
    RailEntry approvalsInRail(CampaignQueries queries, RuleQueries rules, Caller caller) {
        return new RailEntry(
                Place.APPROVALS,
                ApprovalsView.class,
                Permission.CAMPAIGN_READ,
                () ->
                        new RailEntry.Badge(
                                queries.waitingForApproval().size()
                                        + rules.waitingForApproval().size(),
                                caller.may(Permission.CAMPAIGN_APPROVE)
                                        || caller.may(Permission.RULE_APPROVE)));
    }

    @Bean
    SituationCard waitingForApproval(CampaignActions actions, NameBook book) {
        return new SituationCard(
                Column.SIDE,
                10,
                Permission.CAMPAIGN_READ,
                () -> new WaitingCard(Words.here().text("approvals.waiting"), actions, book));
    }

    @Bean
    SettingsSection webhooksInSettings(WebhookActions actions) {
        return new SettingsSection(Permission.WEBHOOK_MANAGE, () -> new WebhooksCard(actions));
    }

    @Bean
    @Profile("demo")
    RailEntry mailboxInRail(LocalMailboxQueries queries) {
        return new RailEntry(
                Place.MAILBOX,
                MailboxView.class,
                Permission.CAMPAIGN_READ,
                () -> new RailEntry.Badge(queries.count(), false));
    }

    @Bean
    SetupStep mailInSetup(SendTestMail send, MailTrialQueries tests) {
        return new SetupStep(
                "mail",
                30,
                Permission.STORE_MANAGE,
                () -> tests.latest().isPresent(),
                () -> new TestMailPanel(send, tests));
    }
}
