package dev.cordon.notify.notification;

import dev.cordon.application.kernel.AddressGuard;
import dev.cordon.application.kernel.AddressGuard.Judgement;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Looks hosts up for a client that then connects to exactly the addresses judged here: a name that
 * answers differently a moment later gains nothing (DNS rebinding).
 */
final class GuardedNames implements DnsResolver {

    /** The host leads where nobody outside may send us. */
    static final class Forbidden extends UnknownHostException {
        Forbidden(String host) {
            super(host + " lies in a private or reserved network");
        }
    }

    private final AddressGuard guard;
    private final DnsResolver names;

    GuardedNames(boolean loopback) {
        this(loopback, SystemDefaultDnsResolver.INSTANCE);
    }

    GuardedNames(boolean loopback, DnsResolver names) {
        this.guard = new AddressGuard(loopback);
        this.names = names;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var addresses = names.resolve(host);
        if (addresses.length == 0 || guard.judge(addresses) == Judgement.FORBIDDEN) {
            throw new Forbidden(host);
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
