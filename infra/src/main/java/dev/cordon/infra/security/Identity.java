package dev.cordon.infra.security;

import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.people.Access;

/** Who calls, and what they may do right now. */
public record Identity(Actor actor, Access access) {}
