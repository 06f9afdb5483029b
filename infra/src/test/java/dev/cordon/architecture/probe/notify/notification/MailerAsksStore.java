package dev.cordon.architecture.probe.notify.notification;

import dev.cordon.architecture.probe.woocommerce.store.HarmlessStoreGateway;

public record MailerAsksStore(HarmlessStoreGateway gateway) {}
