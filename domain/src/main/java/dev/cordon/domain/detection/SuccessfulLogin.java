package dev.cordon.domain.detection;

import dev.cordon.domain.detection.log.Address;
import java.time.Instant;

/**
 * A login of an attacking address that the store accepted: somebody's account was opened. The log
 * does not say whose; the store's session records may.
 */
public record SuccessfulLogin(Address address, Instant at) {}
