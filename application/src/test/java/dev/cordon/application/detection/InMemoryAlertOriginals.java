package dev.cordon.application.detection;

import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.kernel.NotFound;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@link AlertOriginals} without a database. */
public final class InMemoryAlertOriginals implements AlertOriginals {

    private final Map<Original, byte[]> kept = new LinkedHashMap<>();

    @Override
    public void keep(Original original, byte[] bytes) {
        kept.putIfAbsent(original, bytes);
    }

    @Override
    public void forget(Instant before) {
        kept.keySet().removeIf(each -> each.takenAt().isBefore(before));
    }

    @Override
    public List<Original> of(AlertId alert) {
        return kept.keySet().stream().filter(each -> each.alert().equals(alert)).toList();
    }

    @Override
    public byte[] bytes(Original mail) {
        if (!kept.containsKey(mail)) {
            throw new NotFound("mail " + mail.content());
        }
        return kept.get(mail);
    }
}
