package dev.cordon.infra.http;

import dev.cordon.infra.bootstrap.FreePort;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The door for mail of the server under test; its certificate is the one of {@link SyslogDoors}.
 */
final class MailDoor implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    static final int PORT = FreePort.next();

    /** Each an address of mail and the source that the store is named after. */
    static final List<String> STORES =
            List.of(
                    "mail-one",
                    "mail-two",
                    "mail-never",
                    "mail-kept",
                    "mail-cards",
                    "mail-old",
                    "mail-young");

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var settings = new ArrayList<String>();
        settings.add("enabled=true");
        settings.add("port=" + PORT);
        settings.add("from=127.0.0.0/8");
        settings.add("tls=senders");
        settings.add("authserv-id=mx.reports.example");
        settings.add("largest=64KB");
        for (var number = 0; number < STORES.size(); number++) {
            var recipient = "recipients[" + number + "].";
            settings.add(recipient + "address=" + address(STORES.get(number)));
            settings.add(recipient + "store=http://127.0.0.1:1/" + STORES.get(number));
        }
        TestPropertyValues.of(settings.stream().map("cordon.mail-report."::concat))
                .applyTo(context);
    }

    static String address(String source) {
        return source + "@reports.example";
    }
}
