package dev.cordon.architecture.probe.infra.jobs;

import dev.cordon.architecture.probe.woocommerce.store.HarmlessStoreGateway;

public record JobCallsAdapter(HarmlessStoreGateway gateway) {}
