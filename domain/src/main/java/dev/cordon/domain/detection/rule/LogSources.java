package dev.cordon.domain.detection.rule;

import dev.cordon.domain.detection.log.EventClass;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a rule's {@code logsource} means here: the classes of its events. */
final class LogSources {

    private static final Set<EventClass> REQUESTS = EnumSet.of(EventClass.HTTP_ACTIVITY);
    private static final Set<EventClass> ERRORS = EnumSet.of(EventClass.APPLICATION_ERROR);
    private static final Set<EventClass> SERVER =
            EnumSet.of(EventClass.HTTP_ACTIVITY, EventClass.APPLICATION_ERROR);
    private static final Set<EventClass> STORE =
            EnumSet.complementOf(EnumSet.of(EventClass.HTTP_ACTIVITY));

    private LogSources() {}

    static Set<EventClass> read(Tree rule) {
        if (!rule.has("logsource")) {
            throw new Refused("the rule has no logsource");
        }
        var source = rule.tree("logsource");
        var category = source.optionalText("category");
        var product = source.optionalText("product");
        var service = source.optionalText("service");
        if (category == null && product == null) {
            return service == null ? nothing() : serviceAlone(service);
        }
        return switch (category) {
            case null -> ofProduct(product, service);
            case "webserver" -> webServer(product, service);
            case "application" -> {
                var classes = ofProduct(product, service);
                yield classes == SERVER ? ERRORS : classes;
            }
            default -> throw new Refused("no log here is of the category " + category);
        };
    }

    private static Set<EventClass> nothing() {
        throw new Refused("the logsource names no category, product or service");
    }

    /** Public rules for error logs say {@code service: apache} and no more. */
    private static Set<EventClass> serviceAlone(String service) {
        return switch (service) {
            case "apache", "nginx" -> ERRORS;
            default -> throw new Refused("no log here is of the service " + service);
        };
    }

    private static Set<EventClass> webServer(@Nullable String product, @Nullable String service) {
        return switch (product) {
            case null -> server(REQUESTS, service);
            case "apache", "nginx", "iis", "wordpress", "woocommerce", "php" ->
                    server(REQUESTS, service);
            default -> throw unknown(product);
        };
    }

    private static Set<EventClass> ofProduct(@Nullable String product, @Nullable String service) {
        return switch (product) {
            case null -> nothing();
            case "apache", "nginx", "iis" -> server(SERVER, service);
            case "wordpress", "woocommerce", "php" -> store(service);
            default -> throw unknown(product);
        };
    }

    private static Set<EventClass> server(Set<EventClass> usual, @Nullable String service) {
        return switch (service) {
            case null -> usual;
            case "access" -> REQUESTS;
            case "error" -> ERRORS;
            default -> throw new Refused("no log of a web server here is called " + service);
        };
    }

    private static Set<EventClass> store(@Nullable String service) {
        return switch (service) {
            case null -> STORE;
            case "events" -> STORE;
            case "error" -> ERRORS;
            default -> throw new Refused("no log of the store is called " + service);
        };
    }

    private static Refused unknown(String product) {
        return new Refused("no log here is of the product " + product);
    }
}
