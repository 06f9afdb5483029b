package dev.cordon.infra.keycloak;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The shipped realm, with a first administrator and with places for the secrets: Keycloak fills
 * them in from its environment when it imports the realm, so that none lies in the file.
 */
final class OwnRealm {

    static final String FIRST_USER = "administrator";

    private static final String CONSOLE = "CORDON_CONSOLE_SECRET";
    private static final String DIRECTORY = "CORDON_DIRECTORY_SECRET";
    private static final String FIRST_LOGIN = "CORDON_FIRST_LOGIN";

    private OwnRealm() {}

    static String json() throws IOException {
        var json = JsonMapper.shared();
        try (InputStream shipped =
                OwnRealm.class.getResourceAsStream("/keycloak/cordon-realm.json")) {
            if (shipped == null) {
                throw new IOException("the program lacks its realm; build it again");
            }
            var realm = (ObjectNode) json.readTree(shipped);
            for (var client : realm.get("clients")) {
                var console = client.get("clientId").stringValue().equals("cordon");
                ((ObjectNode) client).put("secret", place(console ? CONSOLE : DIRECTORY));
            }
            ((ArrayNode) realm.get("users")).add(json.valueToTree(firstUser()));
            return json.writeValueAsString(realm);
        }
    }

    /** May give roles to others in Keycloak, being alone at first. */
    private static Map<String, Object> firstUser() {
        return Map.of(
                "username", FIRST_USER,
                "enabled", true,
                "realmRoles", List.of("administrator", "default-roles-cordon"),
                "clientRoles", Map.of("realm-management", List.of("realm-admin")),
                "credentials",
                        List.of(
                                Map.of(
                                        "type",
                                        "password",
                                        "value",
                                        place(FIRST_LOGIN),
                                        "temporary",
                                        true)));
    }

    private static String place(String variable) {
        return "${" + variable + "}";
    }

    /** What Keycloak fills in. */
    static Map<String, String> environment(OwnSecrets secrets) {
        return Map.of(
                CONSOLE,
                secrets.console(),
                DIRECTORY,
                secrets.directory(),
                FIRST_LOGIN,
                secrets.firstLogin(),
                "KC_BOOTSTRAP_ADMIN_USERNAME",
                "cordon-master",
                "KC_BOOTSTRAP_ADMIN_PASSWORD",
                secrets.master());
    }
}
