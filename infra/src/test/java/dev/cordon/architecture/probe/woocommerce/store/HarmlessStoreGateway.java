package dev.cordon.architecture.probe.woocommerce.store;

public record HarmlessStoreGateway(String url) {}
