package dev.cordon.domain.detection.log;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads access logs whose lines are JSON objects, as nginx, Apache, Caddy and Traefik are set up to
 * write them, or as shippers name them (ECS, OCSF). Reused; not safe for two threads.
 */
final class JsonAccessParser implements LineParser {

    private static final JsonKeys KEYS =
            new JsonKeys(
                    List.of(
                            JsonSlot.ADDRESS.named(
                                    "remote_addr",
                                    "request.client_ip",
                                    "src_endpoint.ip",
                                    "source.ip",
                                    "remote_ip",
                                    "request.remote_ip",
                                    "request.remote_addr",
                                    "remoteip",
                                    "remoteaddr",
                                    "client_ip",
                                    "client.ip",
                                    "clientip",
                                    "clienthost",
                                    "clientaddr",
                                    "source.address",
                                    "remote_host",
                                    "remotehost",
                                    "client",
                                    "ip"),
                            JsonSlot.PEER.named(
                                    "peer", "realip_remote_addr", "peer_addr", "peer_ip"),
                            JsonSlot.FORWARDED.named(
                                    "x_forwarded_for",
                                    "http_x_forwarded_for",
                                    "xff",
                                    "forwarded_for",
                                    "request.headers.x_forwarded_for",
                                    "http_request.x_forwarded_for",
                                    "http.request.headers.x_forwarded_for",
                                    "headers.x_forwarded_for",
                                    "request_x_forwarded_for",
                                    "xforwardedfor"),
                            JsonSlot.TIME.named(
                                    "time",
                                    "ts",
                                    "timestamp",
                                    "@timestamp",
                                    "time_iso8601",
                                    "time_local",
                                    "msec",
                                    "time_msec",
                                    "datetime",
                                    "startutc",
                                    "start_time",
                                    "date"),
                            JsonSlot.REQUEST.named("request", "request_line", "req"),
                            JsonSlot.METHOD.named(
                                    "method",
                                    "request_method",
                                    "http_method",
                                    "request.method",
                                    "http.request.method",
                                    "http_request.http_method",
                                    "requestmethod",
                                    "verb"),
                            JsonSlot.TARGET.named(
                                    "request_uri",
                                    "request.uri",
                                    "uri",
                                    "url.original",
                                    "http_request.url.url_string",
                                    "requesturi",
                                    "requestpath",
                                    "request_url",
                                    "url"),
                            JsonSlot.PATH.named(
                                    "path",
                                    "url.path",
                                    "http_request.url.path",
                                    "uri_path",
                                    "request_path",
                                    "document_uri"),
                            JsonSlot.QUERY.named(
                                    "query",
                                    "query_string",
                                    "args",
                                    "url.query",
                                    "http_request.url.query_string",
                                    "querystring"),
                            JsonSlot.STATUS.named(
                                    "http.response.status_code",
                                    "http_response.code",
                                    "status",
                                    "status_code",
                                    "response.status",
                                    "response_status",
                                    "response_code",
                                    "downstreamstatus",
                                    "statuscode",
                                    "code"),
                            JsonSlot.SIZE.named(
                                    "bytes",
                                    "size",
                                    "body_bytes_sent",
                                    "bytes_sent",
                                    "http.response.body.bytes",
                                    "http_response.length",
                                    "response_size",
                                    "response_bytes",
                                    "downstreamcontentsize",
                                    "bytessent"),
                            JsonSlot.HOST.named(
                                    "host",
                                    "http_host",
                                    "request.host",
                                    "vhost",
                                    "server_name",
                                    "url.domain",
                                    "http_request.url.hostname",
                                    "requesthost",
                                    "virtualhost"),
                            JsonSlot.USER_AGENT.named(
                                    "user_agent",
                                    "ua",
                                    "http_user_agent",
                                    "request.headers.user_agent",
                                    "user_agent.original",
                                    "http_request.user_agent",
                                    "useragent",
                                    "request_user_agent",
                                    "headers.user_agent",
                                    "agent"),
                            JsonSlot.REFERER.named(
                                    "referer",
                                    "ref",
                                    "referrer",
                                    "http_referer",
                                    "http_referrer",
                                    "request.headers.referer",
                                    "http.request.referrer",
                                    "http_request.referrer",
                                    "request_referer",
                                    "headers.referer"),
                            JsonSlot.ACTOR.named(
                                    "user",
                                    "remote_user",
                                    "user_id",
                                    "user.name",
                                    "actor.user.name",
                                    "clientusername",
                                    "remoteuser")));

    private final JsonValues values = new JsonValues();
    private final JsonReader json = new JsonReader(KEYS, values);
    private final JsonRequest request;
    private final MomentReader moments;
    private final Scratch scratch = new Scratch();

    JsonAccessParser(AddressRule rule, ZoneId zone) {
        request = new JsonRequest(values, rule);
        moments = new MomentReader(zone);
    }

    @Override
    public @Nullable Rejection read(byte[] bytes, int from, int to, EventCursor into) {
        into.begin(bytes, from, to);
        values.clear();
        if (!json(bytes, from, to, into)) {
            return json.brokeOff() ? Rejection.CUT_SHORT : Rejection.OTHER_FORMAT;
        }
        if (!values.has(JsonSlot.TIME) || !request.isOne()) {
            return Rejection.OTHER_FORMAT;
        }
        into.eventClass = EventClass.HTTP_ACTIVITY;
        into.epochSecond =
                moments.read(into.bytes, values.from(JsonSlot.TIME), values.to(JsonSlot.TIME));
        return into.epochSecond == Digits.NONE ? Rejection.BAD_TIME : request.read(into);
    }

    /** Most lines hold no escape, and need no copy. */
    private boolean json(byte[] bytes, int from, int to, EventCursor into) {
        if (Bytes.indexOf((byte) '\\', bytes, from, to) < 0) {
            return json.read(bytes, from, to);
        }
        scratch.begin(bytes, from, to, into);
        return json.read(scratch.bytes(), 0, to - from);
    }
}
