package dev.cordon.infra.http.store;

import java.util.UUID;

/** The id of a store that came into care. */
record StoreAddedJson(UUID id) {}
