/**
 * Keycloak: who logs in (OpenID Connect), who is on the team (its admin API), and a server of our
 * own where none is named.
 *
 * <p>Only our six role names mean anything; whatever else a realm grants, grants nothing here. The
 * account that reads the team can change nobody.
 */
@NullMarked
package dev.cordon.infra.keycloak;

import org.jspecify.annotations.NullMarked;
