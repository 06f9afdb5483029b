package dev.cordon.ui.detection;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import dev.cordon.application.detection.AddPaymentSecret;
import dev.cordon.application.detection.RemovePaymentSecret;
import dev.cordon.domain.detection.intake.PaymentProvider;
import dev.cordon.domain.detection.intake.PaymentSecret;
import dev.cordon.domain.detection.log.LogSource;
import dev.cordon.ui.kernel.AskDialog;
import dev.cordon.ui.kernel.Done;
import dev.cordon.ui.kernel.Moments;
import dev.cordon.ui.kernel.Row;
import dev.cordon.ui.kernel.Words;
import java.util.List;

/** Which payment providers may send webhooks to a log of events, and where to. */
class PaymentSecretsForm extends Div {

    /** Others sign in a form that has to be described, which the interface takes. */
    private static final List<PaymentProvider> KNOWN =
            List.of(
                    PaymentProvider.STRIPE,
                    PaymentProvider.PAYPAL,
                    PaymentProvider.MOLLIE,
                    PaymentProvider.WOOCOMMERCE);

    private final Words words = Words.here();
    private final SourceDoorActions actions;
    private final LogSource source;
    private final Div held = new Div();
    private final Select<PaymentProvider> provider = new Select<>();
    private final TextField address = new TextField(words.text("doors.pay.address"));
    private final PasswordField secret = new PasswordField();

    PaymentSecretsForm(SourceDoorActions actions, LogSource source) {
        this.actions = actions;
        this.source = source;
        setId("payment-webhooks");
        add(new H3(words.text("doors.pay.title")));
        if (!source.format().hasEvents()) {
            add(new Paragraph(words.text("doors.pay.format")));
            return;
        }
        add(new Paragraph(words.text("doors.pay.text")), held);
        provider.setId("payment-provider");
        provider.setLabel(words.text("doors.pay.provider"));
        provider.setItems(KNOWN);
        provider.setItemLabelGenerator(this::name);
        provider.addValueChangeListener(_ -> explain());
        address.setId("payment-address");
        address.setReadOnly(true);
        address.setWidthFull();
        secret.setId("payment-secret");
        secret.setMaxLength(256);
        secret.setWidthFull();
        secret.setAutocomplete(Autocomplete.OFF);
        var add = new Button(words.text("doors.pay.add"), _ -> addSecret());
        add.setId("payment-add");
        add(provider, address, secret, add);
        provider.setValue(PaymentProvider.STRIPE);
        paint();
    }

    private void explain() {
        var chosen = provider.getValue().word();
        secret.setLabel(words.text("doors.pay.secret." + chosen));
        secret.setHelperText(words.text("doors.pay.where." + chosen));
        secret.setInvalid(false);
        address.setValue(base() + "/ingest/v1/" + source.id() + "/webhooks/" + chosen);
    }

    private String base() {
        var cordon = actions.address().value().toString();
        return cordon.endsWith("/") ? cordon.substring(0, cordon.length() - 1) : cordon;
    }

    private void addSecret() {
        var text = secret.getValue().strip();
        try {
            PaymentSecret.check(provider.getValue(), text);
        } catch (IllegalArgumentException refused) {
            secret.setErrorMessage(
                    words.text(
                            provider.getValue() == PaymentProvider.STRIPE
                                    ? "doors.pay.wrong.stripe"
                                    : "doors.pay.wrong"));
            secret.setInvalid(true);
            return;
        }
        secret.setInvalid(false);
        var outcome =
                actions.addSecret()
                        .add(
                                new AddPaymentSecret.Command(
                                        source.id(), provider.getValue(), text, null));
        switch (outcome) {
            case AddPaymentSecret.Outcome.Added _ -> {
                secret.clear();
                Done.say(words.text("doors.pay.added", name(provider.getValue())));
                paint();
            }
            case AddPaymentSecret.Outcome.Refused refused -> {
                secret.setErrorMessage(words.text("doors.pay." + refused.name()));
                secret.setInvalid(true);
            }
        }
    }

    private void paint() {
        held.removeAll();
        actions.queries().paymentSecrets(source.id()).forEach(each -> held.add(row(each)));
    }

    private Row row(PaymentSecret each) {
        var since = words.text("doors.pay.since", Moments.here().moment(each.addedAt()));
        var row = new Row(Row.two(name(each.provider()), since));
        var remove = new Button(words.text("doors.pay.remove"), _ -> askRemove(each).open());
        remove.setId("remove-" + each.id());
        remove.addThemeVariants(ButtonVariant.SMALL);
        row.add(remove);
        return row;
    }

    private AskDialog askRemove(PaymentSecret each) {
        return new AskDialog(
                        "remove-payment-secret",
                        words.text("doors.pay.remove"),
                        words.text("doors.pay.remove.text", name(each.provider())),
                        words.text("doors.pay.remove"))
                .onConfirm(
                        () -> {
                            actions.removeSecret()
                                    .remove(
                                            new RemovePaymentSecret.Command(
                                                    source.id(), each.id()));
                            Done.say(words.text("doors.pay.removed"));
                            paint();
                            return true;
                        });
    }

    private String name(PaymentProvider each) {
        return words.text("doors.pay.name." + each.word());
    }
}
