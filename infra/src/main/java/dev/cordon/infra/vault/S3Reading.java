package dev.cordon.infra.vault;

import dev.cordon.application.evidence.EvidenceVault;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** The bytes of an object. Where the connection breaks off it goes on from there, a few times. */
final class S3Reading extends InputStream {

    private static final Logger LOG = LoggerFactory.getLogger(S3Reading.class);
    private static final int TRIES = 4;

    private final S3Bucket bucket;
    private final String name;
    private final @Nullable String version;
    private final long length;
    private ResponseInputStream<GetObjectResponse> in;
    private long position;
    private int failures;

    S3Reading(S3Bucket bucket, String name, @Nullable String version) throws IOException {
        this.bucket = bucket;
        this.name = name;
        this.version = version;
        this.in = from(0);
        this.length = in.response().contentLength();
    }

    private ResponseInputStream<GetObjectResponse> from(long place) throws IOException {
        return bucket.ask(
                "GetObjectVersion",
                () ->
                        bucket.client()
                                .getObject(
                                        get ->
                                                get.bucket(bucket.name())
                                                        .key(bucket.key(name))
                                                        .versionId(version)
                                                        .range(
                                                                place == 0
                                                                        ? null
                                                                        : "bytes=%d-"
                                                                                .formatted(
                                                                                        place))));
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int start, int most) throws IOException {
        while (true) {
            Exception why;
            try {
                int read = in.read(into, start, most);
                if (read >= 0) {
                    position += read;
                    return read;
                }
                if (position >= length) {
                    return -1;
                }
                why = new IOException("it ended before its end");
            } catch (IOException | SdkException e) {
                why = e;
            }
            goOn(why);
        }
    }

    private void goOn(Exception why) throws IOException {
        if (++failures >= TRIES) {
            throw new EvidenceVault.Unavailable(
                    "The %s broke off at byte %d of %d of %s (%s). Nothing was changed there. Try"
                                    .formatted(
                                            bucket,
                                            position,
                                            length,
                                            bucket.key(name),
                                            why.getMessage())
                            + " again once it answers.",
                    why);
        }
        LOG.warn("the storage broke off, reading goes on object={} byte={}", name, position, why);
        in.abort();
        in = from(position);
    }

    @Override
    public void close() throws IOException {
        if (position < length) {
            in.abort(); // or else all that is left would be read first
        }
        in.close();
    }
}
