package dev.cordon.infra.http;

import dev.cordon.infra.s3.LockingS3;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** A bucket for the program under test. */
final class BucketOfEvidence
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    static final LockingS3 STORAGE = storage();

    private static LockingS3 storage() {
        try {
            return new LockingS3();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "cordon.vault.s3.endpoint=" + STORAGE.endpoint(),
                        "cordon.vault.s3.bucket=" + LockingS3.BUCKET,
                        "cordon.vault.s3.access-key=" + LockingS3.ACCESS,
                        "cordon.vault.s3.secret-key=" + LockingS3.SECRET,
                        "cordon.vault.s3.path-style=true")
                .applyTo(context);
    }
}
