package dev.cordon.infra.keycloak;

import dev.cordon.application.people.PeopleDirectory.DirectoryUnreachable;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.keycloak.OAuth2Constants;
import org.keycloak.admin.client.JacksonProvider;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.admin.client.resource.GroupResource;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.UserRepresentation;

/**
 * Who holds a realm role, asked of Keycloak's admin API: direct members, and the members of groups
 * that have the role and of the groups below those, which inherit it.
 */
class RoleMembers implements AutoCloseable {

    private static final int PAGE = 100;

    /** A team larger than this is a realm that was meant for customers. */
    private static final int MOST = 5_000;

    private final IdentityProvider provider;
    private final Client http;
    private final Keycloak keycloak;

    RoleMembers(IdentityProvider provider) {
        this.provider = provider;
        this.http =
                ClientBuilder.newBuilder()
                        .connectTimeout(2, TimeUnit.SECONDS)
                        .readTimeout(5, TimeUnit.SECONDS)
                        .register(JacksonProvider.class, 100)
                        .build();
        this.keycloak =
                KeycloakBuilder.builder()
                        .serverUrl(provider.server())
                        .realm(provider.realm())
                        .grantType(OAuth2Constants.CLIENT_CREDENTIALS)
                        .clientId(provider.directory().id())
                        .clientSecret(provider.directory().secret())
                        .resteasyClient(http)
                        .build();
    }

    /** A role that the realm does not have has no members. */
    List<UserRepresentation> of(String role) {
        try {
            var realm = keycloak.realm(provider.realm());
            var members = direct(realm, role);
            for (var group : realm.roles().get(role).getRoleGroupMembers(0, PAGE)) {
                collect(realm, group.getId(), members);
            }
            return members;
        } catch (NotFoundException noSuchRole) {
            return List.of();
        } catch (ProcessingException | WebApplicationException e) {
            throw new DirectoryUnreachable(
                    "Keycloak at "
                            + provider.issuer()
                            + " did not say who is on the team; nothing was changed. Check that it"
                            + " runs and that client "
                            + provider.directory().id()
                            + " may view users",
                    e);
        }
    }

    /** In full: the short form leaves out in which language somebody reads. */
    private static List<UserRepresentation> direct(RealmResource realm, String role) {
        return all(first -> realm.roles().get(role).getUserMembers(false, first, PAGE));
    }

    private static void collect(RealmResource realm, String id, List<UserRepresentation> members) {
        GroupResource group = realm.groups().group(id);
        members.addAll(all(first -> group.members(first, PAGE, false)));
        for (var below : group.getSubGroups(0, PAGE, true)) {
            collect(realm, below.getId(), members);
        }
    }

    private static List<UserRepresentation> all(IntFunction<List<UserRepresentation>> pages) {
        var all = new ArrayList<UserRepresentation>();
        List<UserRepresentation> page;
        do {
            page = pages.apply(all.size());
            all.addAll(page);
        } while (page.size() == PAGE && all.size() < MOST);
        return all;
    }

    @Override
    public void close() {
        keycloak.close();
        http.close();
    }
}
