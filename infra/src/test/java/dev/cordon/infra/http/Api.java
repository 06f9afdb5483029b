package dev.cordon.infra.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The program's HTTP door, from outside. */
@TestComponent
class Api {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(60)).build();

    private final Environment environment;

    Api(Environment environment) {
        this.environment = environment;
    }

    int port() {
        return environment.getRequiredProperty("local.server.port", Integer.class);
    }

    Call get(String path) {
        return call("GET", path);
    }

    Call post(String path) {
        return call("POST", path);
    }

    Call put(String path) {
        return call("PUT", path);
    }

    Call call(String method, String path) {
        return new Call(method, path);
    }

    /** An answer; its body as JSON, if it has one. */
    record Answer(HttpResponse<String> http) {

        int status() {
            return http.statusCode();
        }

        JsonNode json() {
            return JsonMapper.shared().readTree(http.body());
        }

        String text(String field) {
            return json().path(field).asString();
        }

        /** The last word of the problem's type. */
        String problem() {
            return text("type").replace("urn:cordon:problem:", "");
        }

        String header(String name) {
            return http.headers().firstValue(name).orElse("");
        }
    }

    class Call {

        private final String method;
        private final HttpRequest.Builder request;
        private HttpRequest.BodyPublisher body = BodyPublishers.noBody();

        private Call(String method, String path) {
            this.method = method;
            this.request =
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                            .timeout(Duration.ofSeconds(60));
        }

        Call token(String secret) {
            return header("Authorization", "Bearer " + secret);
        }

        Call seen(String etag) {
            return header("If-Match", etag);
        }

        Call key(String key) {
            return header("Idempotency-Key", key);
        }

        Call header(String name, String value) {
            request.header(name, value);
            return this;
        }

        Call json(String json) {
            body = BodyPublishers.ofString(json);
            return header("Content-Type", "application/json");
        }

        Call bytes(String contentType, byte[] bytes) {
            body = BodyPublishers.ofByteArray(bytes);
            return header("Content-Type", contentType);
        }

        Answer send() {
            try {
                return new Answer(
                        HTTP.send(request.method(method, body).build(), BodyHandlers.ofString()));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
