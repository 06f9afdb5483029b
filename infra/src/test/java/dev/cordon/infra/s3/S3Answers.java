package dev.cordon.infra.s3;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What each request does, and what is said to it. */
final class S3Answers {

    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

    /** So few on a page that pages have to be turned. */
    private static final int PAGE = 7;

    private final LockingS3 storage;
    private final Set<HttpExchange> cutOff = ConcurrentHashMap.newKeySet();

    S3Answers(LockingS3 storage) {
        this.storage = storage;
    }

    /** A request, taken apart. */
    private record Request(
            HttpExchange exchange,
            String method,
            String key,
            Map<String, String> query,
            byte[] body,
            boolean cut) {

        boolean asks(String name) {
            return query.containsKey(name);
        }

        @Nullable String header(String name) {
            return exchange.getRequestHeaders().getFirst(name);
        }

        String text(String element) {
            var found =
                    Pattern.compile("<" + element + ">([^<]*)</" + element + ">")
                            .matcher(new String(body, UTF_8));
            if (!found.find()) {
                throw new Refusal(400, "MalformedXML");
            }
            return found.group(1);
        }

        /** Object Lock takes no request whose body may have been changed on the way. */
        void requireChecksum() {
            if (header("Content-MD5") == null && header("x-amz-sdk-checksum-algorithm") == null) {
                throw new Refusal(400, "InvalidRequest");
            }
        }
    }

    void answer(HttpExchange exchange, byte[] body, boolean cut) throws IOException {
        var path = exchange.getRequestURI().getRawPath().substring(1);
        int slash = path.indexOf('/');
        var bucket = slash < 0 ? path : path.substring(0, slash);
        var key = slash < 0 ? "" : decoded(path.substring(slash + 1));
        if (!bucket.equals(LockingS3.BUCKET)) {
            throw new Refusal(404, "NoSuchBucket");
        }
        var request =
                new Request(
                        exchange,
                        exchange.getRequestMethod(),
                        key,
                        query(exchange.getRequestURI().getRawQuery()),
                        body,
                        cut);
        if (key.isEmpty()) {
            ofBucket(request);
        } else {
            ofObject(request);
        }
    }

    private void ofBucket(Request request) throws IOException {
        if (request.asks("versioning")) {
            storage.allow("GetBucketVersioning");
            say(
                    request,
                    "<VersioningConfiguration>"
                            + (storage.versioned ? "<Status>Enabled</Status>" : "")
                            + "</VersioningConfiguration>");
        } else if (request.asks("object-lock")) {
            storage.allow("GetBucketObjectLockConfiguration");
            if (!storage.locks) {
                throw new Refusal(404, "ObjectLockConfigurationNotFoundError");
            }
            say(
                    request,
                    "<ObjectLockConfiguration><ObjectLockEnabled>Enabled</ObjectLockEnabled>"
                            + (storage.locksAll
                                    ? "<Rule><DefaultRetention><Mode>COMPLIANCE</Mode><Days>1</Days>"
                                            + "</DefaultRetention></Rule>"
                                    : "")
                            + "</ObjectLockConfiguration>");
        } else if (request.asks("versions")) {
            storage.allow("ListBucketVersions");
            versions(request);
        } else if (request.asks("uploads")) {
            storage.allow("ListBucketMultipartUploads");
            uploads(request);
        } else {
            throw new Refusal(501, "NotImplemented");
        }
    }

    private void versions(Request request) throws IOException {
        var prefix = request.query().getOrDefault("prefix", "");
        var all = storage.bucket.versions(prefix);
        int from = 0;
        var after = request.query().get("version-id-marker");
        if (after != null) {
            for (int i = 0; i < all.size(); i++) {
                if (all.get(i).id.equals(after)) {
                    from = i + 1;
                }
            }
            if (from == 0) { // it went meanwhile
                var key = request.query().getOrDefault("key-marker", "");
                from = (int) all.stream().filter(each -> each.key.compareTo(key) <= 0).count();
            }
        }
        int to = Math.min(all.size(), from + PAGE);
        var text = new StringBuilder("<ListVersionsResult>");
        for (var version : all.subList(Math.min(from, to), to)) {
            var kind = version.bytes == null ? "DeleteMarker" : "Version";
            text.append('<').append(kind).append("><Key>").append(version.key);
            text.append("</Key><VersionId>").append(version.id).append("</VersionId><IsLatest>");
            text.append(storage.bucket.isLatest(version)).append("</IsLatest><LastModified>");
            text.append(version.changed).append("</LastModified>");
            if (version.bytes != null) {
                text.append("<Size>").append(version.bytes.length).append("</Size>");
            }
            text.append("</").append(kind).append('>');
        }
        text.append("<IsTruncated>").append(to < all.size()).append("</IsTruncated>");
        if (to < all.size()) {
            var last = all.get(to - 1);
            text.append("<NextKeyMarker>").append(last.key).append("</NextKeyMarker>");
            text.append("<NextVersionIdMarker>").append(last.id).append("</NextVersionIdMarker>");
        }
        say(request, text.append("</ListVersionsResult>").toString());
    }

    private void uploads(Request request) throws IOException {
        var prefix = request.query().getOrDefault("prefix", "");
        var text = new StringBuilder("<ListMultipartUploadsResult>");
        for (var upload : storage.bucket.uploads()) {
            if (upload.key.startsWith(prefix)) {
                text.append("<Upload><Key>").append(upload.key).append("</Key><UploadId>");
                text.append(upload.id).append("</UploadId><Initiated>").append(upload.begun);
                text.append("</Initiated></Upload>");
            }
        }
        text.append("<IsTruncated>false</IsTruncated></ListMultipartUploadsResult>");
        say(request, text.toString());
    }

    private void ofObject(Request request) throws IOException {
        var version = request.query().get("versionId");
        if (request.asks("retention")) {
            retention(request, version);
        } else if (request.asks("legal-hold")) {
            if (request.method().equals("GET")) {
                legalHold(request, version);
                return;
            }
            storage.allow("PutObjectLegalHold");
            request.requireChecksum();
            storage.bucket.get(request.key(), version).held = request.text("Status").equals("ON");
            done(request, 200);
        } else if (request.asks("uploads") || request.asks("uploadId")) {
            upload(request);
        } else {
            switch (request.method()) {
                case "PUT" -> put(request);
                case "GET" -> get(request, version);
                case "DELETE" -> {
                    storage.allow(version == null ? "DeleteObject" : "DeleteObjectVersion");
                    storage.bucket.delete(request.key(), version);
                    done(request, 204);
                }
                default -> throw new Refusal(501, "NotImplemented");
            }
        }
    }

    private void retention(Request request, @Nullable String version) throws IOException {
        if (request.method().equals("PUT")) {
            storage.allow("PutObjectRetention");
            request.requireChecksum();
            storage.bucket.retain(
                    storage.bucket.get(request.key(), version),
                    request.text("Mode"),
                    Instant.parse(request.text("RetainUntilDate")));
            done(request, 200);
            return;
        }
        storage.allow("GetObjectRetention");
        var found = storage.bucket.get(request.key(), version);
        if (found.until == null) {
            throw new Refusal(404, "NoSuchObjectLockConfiguration");
        }
        say(
                request,
                "<Retention><Mode>%s</Mode><RetainUntilDate>%s</RetainUntilDate></Retention>"
                        .formatted(found.mode, found.until));
    }

    private void legalHold(Request request, @Nullable String version) throws IOException {
        storage.allow("GetObjectLegalHold");
        var found = storage.bucket.get(request.key(), version);
        say(
                request,
                "<LegalHold><Status>%s</Status></LegalHold>".formatted(found.held ? "ON" : "OFF"));
    }

    private void put(Request request) throws IOException {
        storage.allow("PutObject");
        var put =
                storage.bucket.put(
                        request.key(),
                        request.body(),
                        storage.heedsConditions ? request.header("If-Match") : null,
                        storage.heedsConditions && request.header("If-None-Match") != null);
        request.exchange().getResponseHeaders().set("ETag", put.tag);
        if (storage.versioned) {
            request.exchange().getResponseHeaders().set("x-amz-version-id", put.id);
        }
        done(request, 200);
    }

    private void get(Request request, @Nullable String version) throws IOException {
        storage.allow(version == null ? "GetObject" : "GetObjectVersion");
        var found = storage.bucket.get(request.key(), version);
        var bytes = found.bytes;
        var headers = request.exchange().getResponseHeaders();
        headers.set("ETag", found.tag);
        headers.set("x-amz-version-id", found.id);
        headers.set("Last-Modified", HTTP_DATE.format(found.changed));
        var range = request.header("Range");
        int from = 0;
        if (range != null) {
            from = Integer.parseInt(range.substring("bytes=".length(), range.indexOf('-')));
            headers.set(
                    "Content-Range",
                    "bytes %d-%d/%d".formatted(from, bytes.length - 1, bytes.length));
        }
        int length = bytes.length - from;
        if (isCutOff(request.exchange())) {
            return;
        }
        request.exchange()
                .sendResponseHeaders(range == null ? 200 : 206, length == 0 ? -1 : length);
        if (length > 0) {
            int some = request.cut() ? length / 2 : length;
            request.exchange().getResponseBody().write(bytes, from, some);
            request.exchange().getResponseBody().flush();
        }
    }

    private void upload(Request request) throws IOException {
        var id = request.query().getOrDefault("uploadId", "");
        switch (request.method()) {
            case "POST" -> {
                storage.allow("PutObject");
                if (request.asks("uploads")) {
                    var begun = storage.bucket.begin(request.key());
                    say(
                            request,
                            "<InitiateMultipartUploadResult><UploadId>"
                                    + begun.id
                                    + "</UploadId></InitiateMultipartUploadResult>");
                } else {
                    var whole = storage.bucket.complete(id, parts(request));
                    request.exchange().getResponseHeaders().set("x-amz-version-id", whole.id);
                    say(
                            request,
                            "<CompleteMultipartUploadResult><ETag>"
                                    + whole.tag.replace("\"", "&quot;")
                                    + "</ETag></CompleteMultipartUploadResult>");
                }
            }
            case "PUT" -> {
                storage.allow("PutObject");
                int number = Integer.parseInt(request.query().get("partNumber"));
                var source = request.header("x-amz-copy-source");
                var bytes = source == null ? request.body() : copied(request, source);
                storage.bucket.part(id, number, bytes);
                var tag = "\"" + Digests.hex("MD5", bytes) + "\"";
                request.exchange().getResponseHeaders().set("ETag", tag);
                say(
                        request,
                        source == null
                                ? ""
                                : "<CopyPartResult><ETag>%s</ETag></CopyPartResult>"
                                        .formatted(tag.replace("\"", "&quot;")));
            }
            default -> {
                storage.allow("AbortMultipartUpload");
                storage.bucket.abort(id);
                done(request, 204);
            }
        }
    }

    private byte[] copied(Request request, String source) {
        var path = source.startsWith("/") ? source.substring(1) : source;
        int question = path.indexOf("?versionId=");
        var version = question < 0 ? null : decoded(path.substring(question + 11));
        var key = decoded(question < 0 ? path : path.substring(0, question));
        var bytes = storage.bucket.get(key.substring(LockingS3.BUCKET.length() + 1), version).bytes;
        var range = request.header("x-amz-copy-source-range").substring("bytes=".length());
        int dash = range.indexOf('-');
        return Arrays.copyOfRange(
                bytes,
                Integer.parseInt(range.substring(0, dash)),
                Integer.parseInt(range.substring(dash + 1)) + 1);
    }

    private static List<Integer> parts(Request request) {
        var numbers = new ArrayList<Integer>();
        var found =
                Pattern.compile("<PartNumber>(\\d+)</PartNumber>")
                        .matcher(new String(request.body(), UTF_8));
        while (found.find()) {
            numbers.add(Integer.valueOf(found.group(1)));
        }
        numbers.sort(Comparator.naturalOrder());
        return numbers;
    }

    /** What is said from now on is not heard. */
    void cutAllOff(HttpExchange exchange) {
        cutOff.add(exchange);
    }

    private boolean isCutOff(HttpExchange exchange) {
        return cutOff.contains(exchange);
    }

    private void say(Request request, String xml) throws IOException {
        send(request.exchange(), 200, xml);
    }

    private void done(Request request, int status) throws IOException {
        send(request.exchange(), status, "");
    }

    void refuse(HttpExchange exchange, Refusal refusal) throws IOException {
        send(
                exchange,
                refusal.status,
                "<Error><Code>%s</Code><Message>%s</Message></Error>"
                        .formatted(refusal.code, refusal.code));
    }

    private void send(HttpExchange exchange, int status, String xml) throws IOException {
        if (isCutOff(exchange)) {
            return;
        }
        var bytes = xml.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/xml");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }

    private static Map<String, String> query(@Nullable String raw) {
        var query = new HashMap<String, String>();
        for (var part : (raw == null ? "" : raw).split("&")) {
            int equals = part.indexOf('=');
            query.put(
                    decoded(equals < 0 ? part : part.substring(0, equals)),
                    equals < 0 ? "" : decoded(part.substring(equals + 1)));
        }
        return query;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
    }
}
