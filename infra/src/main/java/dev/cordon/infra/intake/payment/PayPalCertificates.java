package dev.cordon.infra.intake.payment;

import java.io.IOException;
import java.net.URI;

/** Where PayPal publishes what it signs with. */
public interface PayPalCertificates {

    /** No chain of certificates is longer, in bytes. */
    int LARGEST = 64 * 1024;

    /**
     * Fetches a chain, in a time and size that are bounded. Nothing of it is believed.
     *
     * @param at one of PayPal's own addresses, of https
     * @return certificates as PEM (RFC 7468), that of the signer first
     * @throws IOException if it is not to be had now
     */
    byte[] fetch(URI at) throws IOException;
}
