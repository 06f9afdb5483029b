package dev.cordon.infra.bootstrap;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Asks the console for its first page as soon as it is up, and says how long that took.
 *
 * <p>A person who opens the address then meets a warm page. With {@code cordon.train=true} the
 * program leaves right after the answer: the launcher uses that to record the JDK's AOT cache.
 */
@Component
@Profile({"demo", "run"})
class FirstAnswer {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void announce(ApplicationReadyEvent ready) {
        if (!(ready.getApplicationContext() instanceof WebServerApplicationContext context)) {
            return;
        }
        var environment = context.getEnvironment();
        var host = environment.getProperty("server.address", "127.0.0.1");
        var server = context.getWebServer();
        if (server == null) {
            return;
        }
        var address = URI.create("http://%s:%d/".formatted(host, server.getPort()));
        var answered = answers(address);
        System.out.println(sentence(address, answered));
        if (environment.getProperty("cordon.train", boolean.class, false)) {
            ready.getApplicationContext().close();
        } else if (answered) {
            context.publishEvent(new FirstAnswered(address, uptime()));
        }
    }

    private static Duration uptime() {
        return Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
    }

    private static String sentence(URI address, boolean answered) {
        var seconds = uptime().toMillis() / 1000.0;
        return answered
                ? String.format(
                        Locale.ROOT,
                        "Cordon answers at %s after %.1f s. Ctrl-C ends it.",
                        address,
                        seconds)
                : "Cordon is up but its console at %s did not answer; see the log above."
                        .formatted(address);
    }

    private static boolean answers(URI address) {
        try (var http = HttpClient.newBuilder().followRedirects(Redirect.NORMAL).build()) {
            var request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
            return http.send(request, BodyHandlers.discarding()).statusCode() < 500;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
