package dev.cordon.infra.intake;

import dev.cordon.application.detection.IngestLines;
import dev.cordon.application.kernel.Ids;
import dev.cordon.domain.detection.log.SourceId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.net.ServerSocketFactory;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.SmartLifecycle;

/** All listeners for syslog, as long as the program runs. */
final class SyslogServer implements SmartLifecycle {

    private final SyslogSettings settings;
    private final IngestLines ingest;
    private final Ids ids;
    private final SslBundles bundles;
    private final List<SyslogListener> listeners = new ArrayList<>();
    private final Map<SourceId, LineQueue> queues = new LinkedHashMap<>();
    private volatile boolean running;

    SyslogServer(SyslogSettings settings, IngestLines ingest, Ids ids, SslBundles bundles) {
        this.settings = settings;
        this.ingest = ingest;
        this.ids = ids;
        this.bundles = bundles;
    }

    @Override
    public void start() {
        running = true;
        for (var each : settings.listeners()) {
            var queue =
                    queues.computeIfAbsent(
                            each.sourceId(), source -> new LineQueue(source, ingest, ids));
            try {
                listeners.add(new SyslogListener(each, sockets(each), queue));
            } catch (IOException e) {
                stop();
                throw new UncheckedIOException(
                        "syslog for %s cannot listen on %s port %d"
                                .formatted(each.source(), each.address(), each.port()),
                        e);
            }
        }
    }

    private ServerSocketFactory sockets(SyslogSettings.Listener listener) {
        var tls = listener.tls();
        return tls == null
                ? ServerSocketFactory.getDefault()
                : bundles.getBundle(tls).createSslContext().getServerSocketFactory();
    }

    @Override
    public void stop() {
        running = false;
        listeners.forEach(SyslogListener::close);
        listeners.clear();
        queues.values().forEach(LineQueue::close);
        queues.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
