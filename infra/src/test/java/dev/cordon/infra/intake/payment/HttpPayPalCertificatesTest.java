package dev.cordon.infra.intake.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpPayPalCertificatesTest {

    private final HttpPayPalCertificates certificates = new HttpPayPalCertificates();
    private final AtomicInteger elsewhere = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer("/small", 200, 100);
        answer("/full", 200, PayPalCertificates.LARGEST);
        answer("/huge", 200, PayPalCertificates.LARGEST + 1);
        answer("/gone", 404, 10);
        server.createContext(
                "/moved",
                exchange -> {
                    exchange.getResponseHeaders().set("Location", "/elsewhere");
                    exchange.sendResponseHeaders(302, -1);
                    exchange.close();
                });
        server.createContext(
                "/elsewhere",
                exchange -> {
                    elsewhere.incrementAndGet();
                    exchange.sendResponseHeaders(200, -1);
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void whatIsThereIsFetchedUpToItsLimit() throws IOException {
        assertThat(certificates.fetch(at("/small"))).hasSize(100);
        assertThat(certificates.fetch(at("/full"))).hasSize(PayPalCertificates.LARGEST);
        assertThatThrownBy(() -> certificates.fetch(at("/huge"))).isInstanceOf(IOException.class);
    }

    @Test
    void whatIsNotThereIsNotToBeHad() {
        assertThatThrownBy(() -> certificates.fetch(at("/gone"))).isInstanceOf(IOException.class);
        server.stop(0);
        assertThatThrownBy(() -> certificates.fetch(at("/small"))).isInstanceOf(IOException.class);
    }

    @Test
    void noRedirectIsFollowed() {
        assertThatThrownBy(() -> certificates.fetch(at("/moved"))).isInstanceOf(IOException.class);
        assertThat(elsewhere).hasValue(0);
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private void answer(String path, int status, int size) {
        server.createContext(
                path,
                exchange -> {
                    exchange.sendResponseHeaders(status, size);
                    exchange.getResponseBody().write(new byte[size]);
                    exchange.close();
                });
    }
}
