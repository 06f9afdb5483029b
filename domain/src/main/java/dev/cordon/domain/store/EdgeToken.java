package dev.cordon.domain.store;

/**
 * A token for the network in front of the store, in the form of Cloudflare's API v4.
 *
 * @param zone the zone's id: 32 hexadecimal digits
 * @param token an API token that is limited to this zone; secret
 */
public record EdgeToken(String zone, String token) implements Connection {

    public EdgeToken {
        zone = zone.strip();
        token = token.strip();
        if (!zone.matches("[0-9a-f]{32}")) {
            throw new IllegalArgumentException("a zone id has 32 digits from 0 to f");
        }
        if (!token.matches("[0-9A-Za-z_-]{20,200}")) {
            throw new IllegalArgumentException(
                    "an API token has letters and digits; it is not the global API key's mail");
        }
    }

    @Override
    public ConnectionKind kind() {
        return ConnectionKind.EDGE;
    }

    @Override
    public String toString() {
        return "CDN zone " + zone.substring(0, 8) + "…";
    }
}
