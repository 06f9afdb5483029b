package dev.cordon.domain.store;

import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

/** A store to test with. */
public final class StoreFixtures {

    public static final StoreId FJORDSHOP = StoreId.of("018f2d3c-0000-7000-8000-00000000f30d");
    public static final Actor ADMIN = new Actor.Person("ada");
    public static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private StoreFixtures() {}

    public static Store.Profile profile() {
        return profileAt("https://fjordshop.example");
    }

    public static Store.Profile profileAt(String url) {
        return new Store.Profile(
                "Fjordshop",
                StoreUrl.of(url),
                StoreEnvironment.PRODUCTION,
                ZoneId.of("Europe/Berlin"),
                Locale.GERMAN,
                new ContactAddress("privacy@fjordshop.example"));
    }

    /** Where Fjordshop's people try things first. */
    public static Store.Profile stagingProfile() {
        var production = profileAt("https://staging.fjordshop.example");
        return new Store.Profile(
                "Fjordshop staging",
                production.url(),
                StoreEnvironment.STAGING,
                production.zone(),
                production.language(),
                production.contact());
    }

    /** Fjordshop as it lies in the database after it was added. */
    public static Store fjordshop() {
        return fjordshopAt("https://fjordshop.example");
    }

    public static Store fjordshopAt(String url) {
        var profile = profileAt(url);
        return new Store(
                FJORDSHOP,
                profile.name(),
                profile.url(),
                profile.environment(),
                profile.zone(),
                profile.language(),
                profile.contact(),
                null,
                Version.NEW.next());
    }

    public static RestCredential.WooKey aKey() {
        return new RestCredential.WooKey(
                "ck_" + "a".repeat(33) + "1234567", "cs_" + "b".repeat(40));
    }

    public static RestCredential.ApplicationPassword aPassword() {
        return new RestCredential.ApplicationPassword("cordon", "abcd EFGH 1234 ijkl MNOP 5678");
    }

    /** A login whose key opens nothing anywhere. */
    public static ShellAccess aShell() {
        return new ShellAccess(
                "shop.example",
                22,
                "deploy",
                "-----BEGIN OPENSSH PRIVATE KEY-----\nnone\n-----END OPENSSH PRIVATE KEY-----",
                "ssh-ed25519 " + "A".repeat(68),
                "/var/www/shop");
    }

    public static SensorKey aSensorKey() {
        return new SensorKey("s".repeat(43));
    }

    public static EdgeToken anEdgeToken() {
        return new EdgeToken("0123456789abcdef".repeat(2), "t".repeat(40));
    }
}
