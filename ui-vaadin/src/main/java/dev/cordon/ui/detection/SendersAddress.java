package dev.cordon.ui.detection;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where senders reach Cordon: {@code CORDON_ADDRESS}. */
@Component
class SendersAddress {

    private final URI address;

    SendersAddress(@Value("${cordon.address}") URI address) {
        this.address = address;
    }

    URI value() {
        return address;
    }
}
