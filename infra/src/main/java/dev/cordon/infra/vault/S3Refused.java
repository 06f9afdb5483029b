package dev.cordon.infra.vault;

import dev.cordon.application.evidence.EvidenceVault;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The storage answered, and said no. */
final class S3Refused extends EvidenceVault.Unavailable {

    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int PRECONDITION = 412;

    private final int status;
    private final String code;

    private S3Refused(String message, int status, String code, S3Exception cause) {
        super(message, cause);
        this.status = status;
        this.code = code;
    }

    static S3Refused of(String action, Object bucket, S3Exception refusal) {
        var details = refusal.awsErrorDetails();
        var said = details == null ? null : details.errorCode();
        var code = said == null ? "" : said;
        int status = refusal.statusCode();
        return new S3Refused(
                "The %s refused s3:%s (%s). %s"
                        .formatted(
                                bucket,
                                action,
                                code.isEmpty() ? "status " + status : code,
                                advice(action, status, code)),
                status,
                code,
                refusal);
    }

    private static String advice(String action, int status, String code) {
        return switch (code) {
            case "InvalidAccessKeyId", "SignatureDoesNotMatch", "InvalidToken", "ExpiredToken" ->
                    "Nothing was changed. It does not know Cordon's credentials: check"
                            + " CORDON_S3_ACCESS_KEY and CORDON_S3_SECRET_KEY.";
            case "RequestTimeTooSkewed" ->
                    "Nothing was changed. The clocks of this machine and of the storage differ by"
                            + " minutes: set this machine's clock.";
            case "NoSuchBucket" ->
                    "There is no such bucket. Make it, with Object Lock, or name another one in"
                            + " CORDON_S3_BUCKET.";
            case "PermanentRedirect", "AuthorizationHeaderMalformed", "IllegalLocation" ->
                    "Nothing was changed. The bucket is in another region: set CORDON_S3_REGION.";
            default ->
                    status == FORBIDDEN
                            ? "Nothing was changed. Allow s3:%s to Cordon's credentials there."
                                    .formatted(action)
                            : "What lies there stays as it was; try it again.";
        };
    }

    boolean isAbsence() {
        return status == NOT_FOUND && !"NoSuchBucket".equals(code);
    }

    boolean isNotAllowed() {
        return status == FORBIDDEN;
    }

    /** Something else lies there than the request was for. */
    boolean isConditionFailed() {
        return status == PRECONDITION || status == CONFLICT;
    }

    boolean is(String code) {
        return this.code.equals(code);
    }
}
