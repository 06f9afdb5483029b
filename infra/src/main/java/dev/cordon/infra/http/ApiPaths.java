package dev.cordon.infra.http;

/** Where the API lies. */
public final class ApiPaths {

    /** Reads and decisions. */
    public static final String API = "/api/v1";

    /** What stores send. */
    public static final String INGEST = "/ingest/v1";

    /** What payment providers send: their signature opens it, and no token. */
    static final String WEBHOOKS = INGEST + "/*/webhooks/*";

    /** What sensor plugins send, opened in the same way. */
    static final String SENSORS = INGEST + "/*/sensor";

    /** What stores tell their mirrors, opened in the same way. */
    static final String CHANGED_ORDERS = INGEST + "/stores/*/changed-orders";

    /** The contract, open to everybody. */
    static final String CONTRACT = API + "/openapi";

    private ApiPaths() {}

    static boolean covers(String path) {
        return path.startsWith("/api/") || path.startsWith("/ingest/");
    }
}
