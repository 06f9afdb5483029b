package dev.cordon.woocommerce.store;

import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Blots out what opens doors in a store's configuration: it says nothing about an attack, and
 * whoever reads evidence has no use for it. Rather one value too many than one too few.
 */
public final class BlottedSecrets {

    public static final String BLOT = "[blotted out]";

    private static final String SECRET_NAME =
            "[0-9A-Za-z_.-]*(?:pass|pwd|secret|token|salt|api_?key|_key|private|credential|auth_?key)"
                    + "[0-9A-Za-z_.-]*";

    private static final String VALUE =
            "'(?:[^'\\\\]++|\\\\.)*+'|\"(?:[^\"\\\\]++|\\\\.)*+\"|[^\\s'\";,)\\]}]++";

    /** {@code define('DB_PASSWORD', '…')}, {@code 'password' => '…'}, {@code $token = "…"}. */
    private static final Pattern NAMED =
            Pattern.compile(
                    "(?is)((['\"]?)\\b"
                            + SECRET_NAME
                            + "\\2\\s*(?:\\]\\s*)?(?:,|=>|=|:)\\s*)(?:"
                            + VALUE
                            + ")");

    /** {@code SetEnv API_KEY …} and {@code --password …}: a blank stands between. */
    private static final Pattern AFTER_BLANK =
            Pattern.compile(
                    "(?im)((?:^\\s*(?:SetEnv|fastcgi_param|php_value|php_admin_value)\\s+|--)"
                            + SECRET_NAME
                            + "\\s+)(?:"
                            + VALUE
                            + ")");

    /** {@code mysql://user:password@host}. */
    private static final Pattern IN_ADDRESS =
            Pattern.compile("(://[^\\s:/@'\"]++:)[^\\s/@'\"]++(?=@)");

    private static final Pattern NAME = Pattern.compile("(?i)" + SECRET_NAME);

    private BlottedSecrets() {}

    /** In PHP, in what configures a web server, in command lines. */
    public static String in(String text) {
        var named = NAMED.matcher(text).replaceAll("$1" + BLOT);
        var blank = AFTER_BLANK.matcher(named).replaceAll("$1" + BLOT);
        return IN_ADDRESS.matcher(blank).replaceAll("$1" + BLOT);
    }

    /**
     * In what a REST interface answers: values by the names of their fields, and settings that
     * WooCommerce itself calls passwords.
     */
    static JsonNode in(JsonNode json) {
        return switch (json) {
            case ObjectNode object -> in(object);
            case ArrayNode array -> {
                var all = JsonNodeFactory.instance.arrayNode();
                array.forEach(each -> all.add(in(each)));
                yield all;
            }
            default -> json;
        };
    }

    private static ObjectNode in(ObjectNode object) {
        var all = JsonNodeFactory.instance.objectNode();
        boolean isSecret =
                object.path("type").asString("").equals("password")
                        || NAME.matcher(object.path("id").asString("")).matches();
        object.properties()
                .forEach(
                        field -> {
                            var value = field.getValue();
                            boolean blots =
                                    value.isString()
                                            && !value.asString().isEmpty()
                                            && (NAME.matcher(field.getKey()).matches()
                                                    || isSecret && field.getKey().equals("value"));
                            all.set(
                                    field.getKey(),
                                    blots ? JsonNodeFactory.instance.stringNode(BLOT) : in(value));
                        });
        return all;
    }
}
