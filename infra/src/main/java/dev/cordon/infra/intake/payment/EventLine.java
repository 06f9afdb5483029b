package dev.cordon.infra.intake.payment;

import dev.cordon.domain.detection.intake.PaymentFact;
import dev.cordon.domain.detection.intake.PaymentProvider;
import java.time.Instant;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A line of the format {@code events} about a payment. It takes codes, numbers and addresses and
 * leaves out whatever looks like anything else: a sentence may hold a name, a text with an at sign
 * is a mail address.
 */
final class EventLine {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.:/+#-]{1,120}");
    private static final Pattern ADDRESS =
            Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f:]{2,39}");
    private static final Pattern CARD = Pattern.compile("[0-9]{12,19}");

    private final ObjectNode line = JsonMapper.shared().createObjectNode();

    EventLine(PaymentProvider provider, PaymentFact fact, Instant at) {
        line.put("time", at.toString());
        line.put("activity_name", fact.word());
        line.put("metadata.product.name", provider.word());
        line.put("unmapped.gateway", provider.word());
    }

    /** What the provider itself calls it. */
    EventLine type(@Nullable String type) {
        return code("resource.name", type);
    }

    EventLine outcome(@Nullable String outcome) {
        return code("status", outcome);
    }

    EventLine reason(@Nullable String reason) {
        return code("status_detail", reason);
    }

    EventLine event(@Nullable String id) {
        return code("unmapped.webhook_id", id);
    }

    EventLine payment(@Nullable String id) {
        return code("unmapped.payment_id", id);
    }

    EventLine order(@Nullable String id) {
        return code("unmapped.order_id", id);
    }

    /** The way of payment, where another than the provider says it. */
    EventLine gateway(@Nullable String name) {
        return code("unmapped.gateway", name);
    }

    EventLine amount(@Nullable String amount, @Nullable String currency) {
        code("unmapped.amount", amount);
        return code(
                "unmapped.currency", currency == null ? null : currency.toUpperCase(Locale.ROOT));
    }

    /** The customer's. */
    EventLine address(@Nullable String ip) {
        if (ip != null && ADDRESS.matcher(ip).matches()) {
            line.put("src_endpoint.ip", ip);
        }
        return this;
    }

    /** With its line end. */
    String text() {
        return line + "\n";
    }

    private EventLine code(String key, @Nullable String value) {
        if (value != null && CODE.matcher(value).matches() && !CARD.matcher(value).matches()) {
            line.put(key, value);
        }
        return this;
    }
}
