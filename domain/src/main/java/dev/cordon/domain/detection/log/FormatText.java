package dev.cordon.domain.detection.log;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the text of a format says.
 *
 * @param name the name, or {@code nginx} or {@code apache}
 * @param template what the custom format writes; null for a format that is no template
 */
record FormatText(AddressRule rule, String name, @Nullable Template template) {

    static final List<String> NAMES =
            List.of(
                    "combined",
                    "common",
                    "vhost-combined",
                    "combined+forwarded",
                    "forwarded+combined",
                    "vhost-combined+forwarded",
                    "json",
                    "nginx-error",
                    "apache-error",
                    "php-error",
                    "woocommerce",
                    "events");

    private static final String COMMON = "%h %l %u %t \"%r\" %>s %b";
    private static final String PAGES = " \"%{Referer}i\" \"%{User-Agent}i\"";
    private static final String FORWARDED = "\"%{X-Forwarded-For}i\"";
    private static final String VHOST = "%v:%p ";

    /** Reads the text. */
    static FormatText parse(String text) {
        if (text.length() > LogFormat.LONGEST) {
            throw new IllegalArgumentException(
                    "a log format has at most " + LogFormat.LONGEST + " characters");
        }
        var which = "peer";
        var trusted = "";
        var rest = text;
        while (rest.startsWith("address=") || rest.startsWith("trusted=")) {
            int space = rest.indexOf(' ');
            int end = space < 0 ? rest.length() : space;
            var value = rest.substring(8, end);
            which = rest.startsWith("address=") ? value : which;
            trusted = rest.startsWith("trusted=") ? value : trusted;
            rest = rest.substring(end).strip();
        }
        var rule = AddressRule.of(which, trusted);
        var template = template(rest);
        if (template == null && !NAMES.contains(rest)) {
            throw new IllegalArgumentException(
                    "a log format is nginx: or apache: with the server's format string, or one of "
                            + String.join(", ", NAMES)
                            + "; not "
                            + shown(rest));
        }
        return new FormatText(rule, template == null ? rest : name(rest), template).checked();
    }

    private FormatText checked() {
        boolean headers =
                template == null ? name.equals("json") : template.has(Variable.Kind.FORWARDED);
        if (rule.which() != AddressRule.Which.PEER && !headers) {
            throw new IllegalArgumentException(
                    "this format has no X-Forwarded-For, so address= can only be peer");
        }
        if (rule.which() == AddressRule.Which.PEER && template != null && !template.tellsPeer()) {
            throw new IllegalArgumentException(
                    "this format has no address but X-Forwarded-For, which says what a client"
                            + " likes; say address=last and by trusted= who writes it");
        }
        return this;
    }

    private static @Nullable Template template(String text) {
        if (text.startsWith("nginx:")) {
            return NginxTemplate.of(text.substring("nginx:".length()));
        }
        if (text.startsWith("apache:")) {
            return ApacheTemplate.of(text.substring("apache:".length()));
        }
        return switch (text) {
            case "common" -> ApacheTemplate.of(COMMON);
            case "vhost-combined" -> ApacheTemplate.of(VHOST + COMMON + PAGES);
            case "combined+forwarded" -> ApacheTemplate.of(COMMON + PAGES + " " + FORWARDED);
            case "forwarded+combined" -> ApacheTemplate.of(FORWARDED + " " + COMMON + PAGES);
            case "vhost-combined+forwarded" ->
                    ApacheTemplate.of(VHOST + COMMON + PAGES + " " + FORWARDED);
            default -> null;
        };
    }

    private static String name(String text) {
        int colon = text.indexOf(':');
        return colon < 0 ? text : text.substring(0, colon);
    }

    private static String shown(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }

    /** Whether each line says in which zone its time is. */
    boolean knowsZone() {
        return switch (name) {
            case "nginx-error", "apache-error", "php-error", "json", "events" -> false;
            default -> template == null || template.knowsZone();
        };
    }

    /** Reads lines of it; those whose times do not say are of that zone. */
    LineParser parser(ZoneId zone) {
        if (template != null) {
            return new TemplateParser(template, rule, zone);
        }
        return switch (name) {
            case "json" -> new JsonAccessParser(rule, zone);
            case "nginx-error" -> new NginxErrorParser(zone);
            case "apache-error" -> new ApacheErrorParser(zone);
            case "php-error" -> new PhpErrorParser(zone);
            case "woocommerce" -> new WooCommerceParser(zone);
            case "events" -> new EventParser(zone);
            default -> new AccessLogParser();
        };
    }
}
