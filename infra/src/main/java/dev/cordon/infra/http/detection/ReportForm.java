package dev.cordon.infra.http.detection;

import dev.cordon.application.detection.TakePublicReport;
import dev.cordon.domain.people.AutomationPolicy;
import dev.cordon.infra.http.RequestRate;
import dev.cordon.infra.security.CallerContext;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * A page on which anybody may say what they noticed about a store. The answer is the same whatever
 * was sent: it tells nothing of stores, limits or traps.
 */
@RestController
@RequestMapping(ReportForm.PATH)
@ConditionalOnProperty("cordon.report-form.enabled")
class ReportForm {

    static final String PATH = "/report";

    private static final Logger LOG = LoggerFactory.getLogger(ReportForm.class);
    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);
    private static final long LARGEST_BODY = 32 * 1024L;

    private final TakePublicReport take;
    private final ReportFormStamp stamps;
    private final RequestRate each;
    private final RequestRate all;

    ReportForm(TakePublicReport take, InstantSource clock) {
        this.take = take;
        this.stamps = new ReportFormStamp(clock);
        this.each = new RequestRate(5, Duration.ofMinutes(2), clock);
        this.all = new RequestRate(60, Duration.ofMinutes(1), clock);
    }

    @GetMapping
    ResponseEntity<String> show(HttpServletRequest request) {
        return page(page("form", request.getLocale()).replace("{{stamp}}", stamps.now()));
    }

    @PostMapping(consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<String> send(HttpServletRequest request) {
        var length = request.getContentLengthLong();
        if (length < 0 || length > LARGEST_BODY) {
            LOG.info("a public report was too large length={}", length);
        } else if (!field(request, "website").isEmpty() || !stamps.holds(field(request, "stamp"))) {
            LOG.info("a public report was not filled in by a person");
        } else if (!each.take(request.getRemoteAddr()) || !all.take("all")) {
            LOG.warn("more public reports came in than are taken");
        } else {
            var report =
                    new TakePublicReport.Command(
                            field(request, "shop"),
                            field(request, "noticed"),
                            field(request, "contact"));
            CallerContext.runAs(AutomationPolicy.REPORT_FORM, () -> take.take(report));
        }
        return page(page("thanks", request.getLocale()));
    }

    private static String field(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    private static ResponseEntity<String> page(String content) {
        return ResponseEntity.ok().contentType(HTML).body(content);
    }

    private static String page(String name, Locale locale) {
        var language = locale.getLanguage().equals("de") ? "de" : "en";
        var file = new ClassPathResource("report/" + name + "_" + language + ".html");
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
