package dev.cordon.infra.intake.payment;

import dev.cordon.application.detection.WebhookRefused;
import dev.cordon.application.detection.WebhookRefused.Reason;

/** Why a webhook is not taken, in sentences for whoever set it up. */
final class Refusals {

    private Refusals() {}

    static WebhookRefused unsigned(String header) {
        return new WebhookRefused(
                Reason.SIGNATURE,
                "The header "
                        + header
                        + " is missing, or is no signature. Nothing was taken. Only what the provider"
                        + " signs is taken here.");
    }

    static WebhookRefused wrong() {
        return new WebhookRefused(
                Reason.SIGNATURE,
                "The signature fits none of the secrets that are set for it. Nothing was taken."
                        + " Compare the secret at the provider with the one in Cordon; a body that"
                        + " was changed on its way fits none either.");
    }

    static WebhookRefused ofAnotherTime() {
        return new WebhookRefused(
                Reason.SIGNATURE,
                "It was signed too long ago, or in the future. Nothing was taken. If it is new,"
                        + " set the clock of Cordon's machine right.");
    }

    static WebhookRefused notUnderstood(String what) {
        return new WebhookRefused(
                Reason.NOT_UNDERSTOOD, what + ". The signature fits, but nothing was taken.");
    }

    static WebhookRefused notUnderstood(String what, Throwable cause) {
        return new WebhookRefused(
                Reason.NOT_UNDERSTOOD,
                what + ". The signature fits, but nothing was taken.",
                cause);
    }
}
