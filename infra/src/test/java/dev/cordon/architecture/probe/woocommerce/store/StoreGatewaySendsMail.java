package dev.cordon.architecture.probe.woocommerce.store;

import dev.cordon.architecture.probe.notify.notification.MailerAsksStore;

public record StoreGatewaySendsMail(MailerAsksStore mailer) {}
