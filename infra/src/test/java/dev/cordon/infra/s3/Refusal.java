package dev.cordon.infra.s3;

/** An answer that is an error, as the storage words it. */
final class Refusal extends RuntimeException {

    final int status;
    final String code;

    Refusal(int status, String code) {
        super(code);
        this.status = status;
        this.code = code;
    }

    static Refusal denied() {
        return new Refusal(403, "AccessDenied");
    }
}
