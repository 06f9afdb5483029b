package dev.cordon.bench;

import dev.cordon.application.notification.DispatchCampaign;
import dev.cordon.application.notification.MessageChannel.Message;
import dev.cordon.application.notification.MessageChannel.Unavailable;
import dev.cordon.domain.notification.CampaignId;
import dev.cordon.domain.people.AutomationPolicy;
import dev.cordon.infra.notification.ApprovedNotice;
import dev.cordon.infra.notification.SendingProgram;
import dev.cordon.infra.security.CallerContext;
import dev.cordon.notify.notification.SmtpChannel;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.subethamail.smtp.server.SMTPServer;

/**
 * Messages a second through the whole dispatch (claim, render, SMTP, settle, each committed to a
 * durable PostgreSQL) to a server on this machine, beside the bare SMTP client that remembers
 * nothing.
 */
final class DispatchBenchmark {

    private static final int WARM_UP = 500;
    private static final int MESSAGES = 2_000;
    private static final int ROUNDS = 5;

    private final AtomicInteger taken = new AtomicInteger();
    private final SMTPServer sink =
            SMTPServer.port(0)
                    .bindAddress(InetAddress.getLoopbackAddress())
                    .messageHandler((_, _, _, _) -> taken.incrementAndGet())
                    .build();
    private int notices;

    private DispatchBenchmark() {}

    public static void main(String... args) throws Exception {
        new DispatchBenchmark().run();
    }

    private void run() throws Exception {
        sink.start();
        try (var program = program()) {
            var dispatch = program.getBean(DispatchCampaign.class);
            bare(WARM_UP);
            dispatched(dispatch, approved(program, WARM_UP));
            var bare = new double[ROUNDS];
            var whole = new double[ROUNDS];
            for (int round = 0; round < ROUNDS; round++) {
                var notice = approved(program, MESSAGES);
                bare[round] = perSecond(() -> bare(MESSAGES));
                whole[round] = perSecond(() -> dispatched(dispatch, notice));
            }
            print(median(bare), median(whole));
        } finally {
            sink.stop();
        }
    }

    private ConfigurableApplicationContext program() throws IOException {
        var application = new SpringApplication(SendingProgram.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        return application.run(
                "--cordon.data=" + Files.createTempDirectory("cordon-bench"),
                "--test.smtp.port=" + sink.getPortAllocated(),
                "--db-scheduler.enabled=false",
                "--logging.level.root=warn");
    }

    private CampaignId approved(ConfigurableApplicationContext program, int people) {
        int number = ++notices;
        return CallerContext.callAs(
                AutomationPolicy.DISPATCHER,
                () -> program.getBean(ApprovedNotice.class).to(number, people));
    }

    private void dispatched(DispatchCampaign dispatch, CampaignId notice) {
        var command = new DispatchCampaign.Command(notice, 0, () -> true);
        var outcome =
                CallerContext.callAs(AutomationPolicy.DISPATCHER, () -> dispatch.dispatch(command));
        require(outcome instanceof DispatchCampaign.Outcome.Completed, outcome);
    }

    private void bare(int messages) {
        var channel =
                new SmtpChannel(SendingProgram.smtp(sink.getPortAllocated()), Clock.systemUTC());
        try (var connection = channel.open()) {
            for (int i = 0; i < messages; i++) {
                connection.send(message(i));
            }
        } catch (Unavailable e) {
            throw new IllegalStateException(e);
        }
    }

    private static Message message(int number) {
        return new Message(
                "<%d@shop.example>".formatted(number),
                "p%d@mail.example".formatted(number),
                "Person " + number,
                "Fjordshop",
                "privacy@fjordshop.example",
                "Subject",
                "Dear Person " + number,
                "en");
    }

    private double perSecond(Runnable work) {
        int before = taken.get();
        long begun = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - begun) / 1e9;
        require(taken.get() - before == MESSAGES, taken.get() - before);
        return MESSAGES / seconds;
    }

    private static double median(double... values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private static void require(boolean fine, Object what) {
        if (!fine) {
            throw new IllegalStateException("the run went wrong: " + what);
        }
    }

    private static void print(double bare, double whole) {
        System.out.printf(
                Locale.ROOT,
                """
                dispatch: %.0f messages/s with every step committed
                bare SMTP client: %.0f messages/s
                ratio: %.2f
                """,
                whole,
                bare,
                whole / bare);
    }
}
