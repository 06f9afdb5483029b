package dev.cordon.architecture.probe.ui.store;

import dev.cordon.architecture.probe.woocommerce.store.HarmlessStoreGateway;

public record ViewAsksStore(HarmlessStoreGateway gateway) {}
