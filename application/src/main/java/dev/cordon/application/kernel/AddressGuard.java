package dev.cordon.application.kernel;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Refuses hosts that lead into a private, local or reserved network, so that an address that
 * somebody typed cannot be used to reach what lies behind Cordon (SSRF).
 *
 * <p>A host is refused when any of its addresses is. The JDK's client looks the name up once more
 * when it connects; it then gets the answer judged here, because the JDK keeps look-ups for some
 * seconds.
 */
public final class AddressGuard {

    private final boolean loopback;

    /**
     * @param loopback whether this machine may be called
     */
    public AddressGuard(boolean loopback) {
        this.loopback = loopback;
    }

    /** What a host turned out to be. */
    public enum Judgement {
        PUBLIC,
        LOOPBACK_ALLOWED,
        FORBIDDEN
    }

    /**
     * @throws UnknownHostException if no such host is known
     */
    public Judgement judge(String host) throws UnknownHostException {
        return judge(InetAddress.getAllByName(withoutBrackets(host)));
    }

    /** What these addresses of one host are, taken together. */
    public Judgement judge(InetAddress... addresses) {
        if (loopback && Arrays.stream(addresses).allMatch(InetAddress::isLoopbackAddress)) {
            return Judgement.LOOPBACK_ALLOWED;
        }
        return Arrays.stream(addresses).allMatch(AddressGuard::isPublic)
                ? Judgement.PUBLIC
                : Judgement.FORBIDDEN;
    }

    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? isPublic4(bytes) : isPublic6(bytes);
    }

    /** What IANA's special-purpose registry keeps from the public network, beside the above. */
    private static boolean isPublic4(byte[] a) {
        int first = a[0] & 0xff;
        int second = a[1] & 0xff;
        int third = a[2] & 0xff;
        boolean carrierNat = first == 100 && second >= 64 && second <= 127;
        boolean protocol = first == 192 && second == 0 && third == 0;
        boolean benchmarking = first == 198 && (second == 18 || second == 19);
        return first != 0 && first < 240 && !carrierNat && !protocol && !benchmarking;
    }

    private static boolean isPublic6(byte[] a) {
        boolean uniqueLocal = (a[0] & 0xfe) == 0xfc;
        // 2000::/3 is all that is routed; it leaves out NAT64 (64:ff9b::) and v4-compatible forms.
        boolean global = (a[0] & 0xe0) == 0x20;
        boolean sixToFour = a[0] == 0x20 && a[1] == 0x02;
        boolean teredo = a[0] == 0x20 && a[1] == 0x01 && a[2] == 0 && a[3] == 0;
        return global && !uniqueLocal && !sixToFour && !teredo;
    }

    private static String withoutBrackets(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}
