package dev.cordon.infra.vault;

import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.s3.LegacyMd5Plugin;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Makes clients that wait for nothing without end, try again a few times, and speak as older
 * storages understand it: whole bodies with Content-MD5 instead of trailing checksums.
 */
final class S3Clients {

    private static final int TRIES = 4;
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration SILENCE = Duration.ofSeconds(60);

    private S3Clients() {}

    static S3Client of(S3Settings settings) {
        return of(
                settings,
                AwsRetryStrategy.standardRetryStrategy().toBuilder().maxAttempts(TRIES).build());
    }

    static S3Client of(S3Settings settings, RetryStrategy again) {
        var client =
                S3Client.builder()
                        .region(Region.of(settings.region()))
                        .credentialsProvider(credentials(settings))
                        .forcePathStyle(settings.pathStyle())
                        .addPlugin(LegacyMd5Plugin.create())
                        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                        .serviceConfiguration(service -> service.chunkedEncodingEnabled(false))
                        .httpClient(
                                UrlConnectionHttpClient.builder()
                                        .connectionTimeout(shorter(CONNECT, settings.timeout()))
                                        .socketTimeout(shorter(SILENCE, settings.timeout()))
                                        .build())
                        .overrideConfiguration(
                                limits ->
                                        limits.apiCallAttemptTimeout(settings.timeout())
                                                .apiCallTimeout(
                                                        settings.timeout()
                                                                .multipliedBy(again.maxAttempts()))
                                                .retryStrategy(again));
        if (!settings.endpoint().isEmpty()) {
            client.endpointOverride(URI.create(settings.endpoint()));
        }
        return client.build();
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static AwsCredentialsProvider credentials(S3Settings settings) {
        return settings.accessKey().isBlank()
                ? DefaultCredentialsProvider.builder().build()
                : StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(
                                settings.accessKey().strip(), settings.secretKey().strip()));
    }
}
