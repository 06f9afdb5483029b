package dev.cordon.application.detection;

import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.detection.MailReport;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StoreId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@link ReportedMails} without a database; what came later is the latest. */
final class InMemoryReportedMails implements ReportedMails {

    private record Key(StoreId store, Sha256 key) {}

    private final Map<Key, AlertId> mails = new LinkedHashMap<>();

    @Override
    public Optional<AlertId> alertOf(StoreId store, Sha256 content) {
        return Optional.ofNullable(mails.get(new Key(store, content)));
    }

    @Override
    public Optional<AlertId> alertOfAny(StoreId store, List<Sha256> ids) {
        return mails.entrySet().stream()
                .filter(each -> each.getKey().store().equals(store))
                .filter(each -> ids.contains(each.getKey().key()))
                .reduce((_, later) -> later)
                .map(Map.Entry::getValue);
    }

    @Override
    public void remember(StoreId store, MailReport mail, AlertId alert, Instant at) {
        mails.putIfAbsent(new Key(store, mail.content()), alert);
        if (mail.id() != null) {
            mails.putIfAbsent(new Key(store, mail.id()), alert);
        }
    }
}
