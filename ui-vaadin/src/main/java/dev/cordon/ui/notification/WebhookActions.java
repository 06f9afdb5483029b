package dev.cordon.ui.notification;

import dev.cordon.application.notification.AddWebhookEndpoint;
import dev.cordon.application.notification.ChangeWebhookEndpoint;
import dev.cordon.application.notification.RemoveWebhookEndpoint;
import dev.cordon.application.notification.RenewWebhookSecret;
import dev.cordon.application.notification.ReplayWebhook;
import dev.cordon.application.notification.SwitchWebhookEndpoint;
import dev.cordon.application.notification.TestWebhookEndpoint;
import dev.cordon.application.notification.WebhookQueries;
import dev.cordon.application.store.StoreQueries;
import org.springframework.stereotype.Component;

/** What can be read of webhooks and done with them, in one piece for the settings. */
@Component
record WebhookActions(
        WebhookQueries queries,
        StoreQueries stores,
        AddWebhookEndpoint add,
        ChangeWebhookEndpoint change,
        SwitchWebhookEndpoint turn,
        RenewWebhookSecret renew,
        RemoveWebhookEndpoint remove,
        TestWebhookEndpoint test,
        ReplayWebhook replay) {}
