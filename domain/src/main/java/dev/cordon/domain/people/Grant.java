package dev.cordon.domain.people;

import dev.cordon.domain.kernel.StoreScope;

/** A role, held for all stores or for some. */
public record Grant(Role role, StoreScope scope) {}
