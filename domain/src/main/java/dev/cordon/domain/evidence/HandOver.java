package dev.cordon.domain.evidence;

import dev.cordon.domain.kernel.Actor;
import java.time.Instant;

/** An offer that was neither accepted nor declined yet. Until it is, the custodian stays. */
public record HandOver(Actor.Person to, Instant at) {}
