package dev.cordon.notify.notification;

import dev.cordon.domain.notification.WebhookMessage;
import dev.cordon.domain.notification.WebhookType;
import java.util.LinkedHashMap;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/** What a message says: what happened to what, and where to ask for more. */
final class WebhookBody {

    private final String base;
    private final JsonMapper json = JsonMapper.shared();

    WebhookBody(String base) {
        this.base = base;
    }

    /** The same text for the same message, however often it is sent. */
    String of(WebhookMessage message) {
        var data = new LinkedHashMap<String, Object>();
        data.put("id", message.subject().toString());
        data.put("reference", message.reference());
        data.put("url", url(message));
        if (message.store() != null) {
            data.put("store", message.store().toString());
            data.put("mode", message.mode().name().toLowerCase(Locale.ROOT));
            data.put("production", message.production());
        }
        var body = new LinkedHashMap<String, Object>();
        body.put("type", message.type().wire());
        body.put("timestamp", message.at().toString());
        body.put("data", data);
        return json.writeValueAsString(body);
    }

    private String url(WebhookMessage message) {
        if (message.type() == WebhookType.TEST) {
            return base + "/";
        }
        var kind = message.type().isOfAlert() ? "/api/v1/alerts/" : "/api/v1/incidents/";
        return base + kind + message.subject();
    }
}
