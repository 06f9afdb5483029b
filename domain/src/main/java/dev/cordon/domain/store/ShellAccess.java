package dev.cordon.domain.store;

/**
 * A login on the store's host over SSH.
 *
 * @param host name or address, without port
 * @param privateKey the key to log in with, in OpenSSH's or PEM form, without a password; secret
 * @param hostKey the host's public key as {@code known_hosts} has it behind the name, such as
 *     {@code ssh-ed25519 AAAA…}; no other one is believed
 * @param path the folder that holds {@code wp-config.php} or {@code wp-load.php}, from the root
 */
public record ShellAccess(
        String host, int port, String user, String privateKey, String hostKey, String path)
        implements Connection {

    public ShellAccess {
        host = host.strip();
        user = user.strip();
        privateKey = privateKey.strip();
        hostKey = hostKey.strip();
        path = path.strip();
        if (!host.matches("[0-9A-Za-z.:-]{1,253}") || host.startsWith("-")) {
            throw new IllegalArgumentException("a host is a name such as shop.example");
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("a port is a number from 1 to 65535");
        }
        if (!user.matches("[0-9A-Za-z_][0-9A-Za-z_.@-]{0,63}")) {
            throw new IllegalArgumentException("a login on the host has a user name");
        }
        if (!privateKey.startsWith("-----BEGIN ") || privateKey.contains("\nProc-Type:")) {
            throw new IllegalArgumentException(
                    "paste the private key whole, from BEGIN to END, without a password");
        }
        if (!hostKey.matches("(ssh-|ecdsa-)[0-9A-Za-z@.-]+ [0-9A-Za-z+/=]{40,2000}( .*)?")) {
            throw new IllegalArgumentException(
                    "the host's key looks like ssh-ed25519 AAAA…: ssh-keyscan shows it");
        }
        if (!path.startsWith("/") || path.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "the path of WordPress starts with /, such as /var/www/shop");
        }
    }

    @Override
    public ConnectionKind kind() {
        return ConnectionKind.SHELL;
    }

    @Override
    public String toString() {
        return "SSH " + user + "@" + host + (port == 22 ? "" : ":" + port) + " " + path;
    }
}
