package dev.cordon.infra.bootstrap;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * How long every test waits for what must come: much longer than it takes, for machines that have
 * more to do. What comes in time is not waited for any longer. JUnit finds it by itself.
 */
public final class Patience implements BeforeAllCallback {

    private static final Duration FOR_WHAT_MUST_COME = Duration.ofSeconds(90);

    @Override
    public void beforeAll(ExtensionContext context) {
        Awaitility.setDefaultTimeout(FOR_WHAT_MUST_COME);
    }
}
