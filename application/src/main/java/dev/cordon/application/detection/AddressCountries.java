package dev.cordon.application.detection;

import dev.cordon.domain.detection.Country;
import dev.cordon.domain.detection.log.Address;
import java.util.Optional;

/**
 * Where addresses are used, as far as somebody wrote it down. It answers from memory and never
 * waits; the answer is a guess of that somebody's, and may be another one tomorrow.
 */
public interface AddressCountries {

    /**
     * The country in which the address is used; empty where that is not known, as for private
     * networks, and for every address while nobody wrote anything down.
     */
    Optional<Country> of(Address address);
}
