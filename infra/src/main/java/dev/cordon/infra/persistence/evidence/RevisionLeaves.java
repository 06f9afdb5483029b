package dev.cordon.infra.persistence.evidence;

import dev.cordon.application.evidence.RecordedRevisions;
import dev.cordon.application.kernel.Ids;
import dev.cordon.domain.evidence.ledger.Leaf;
import dev.cordon.infra.persistence.RevisionRecorder;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes a leaf for each revision, in its transaction, over the revision's own row and every row of
 * history that it wrote.
 *
 * <p>The digest is SHA-256 over UTF-8 text, computed by the database on both occasions: the tag,
 * the revision, then the rows, a line each, sorted bytewise, as {@code jsonb} without what is null,
 * with times in UTC, each behind its table's name. Left out is the end of validity ({@code
 * revend}), which a later revision writes.
 */
@Component
class RevisionLeaves implements RevisionRecorder, RecordedRevisions {

    private static final String TAG = "cordon/ledger/revision/v1";

    private record Compared(long revision, boolean isRecorded, boolean isSame) {}

    private final JdbcClient jdbc;
    private final Ids ids;
    private final ObjectProvider<LedgerQueue> queue;
    private volatile @Nullable String form;

    RevisionLeaves(JdbcClient jdbc, Ids ids, ObjectProvider<LedgerQueue> queue) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.queue = queue;
    }

    @Override
    public void record(long revision) {
        timesInUtc();
        jdbc.sql(
                        """
                        with leaf as (
                            insert into ledger_leaf (id, kind, subject, content, at, store)
                            select ?, ?, r.rev::text, %s,
                                to_char(r.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), ?
                            from revision r where r.rev = ? returning id)
                        insert into ledger_waiting (leaf) select id from leaf
                        """
                                .formatted(digest()))
                .param(ids.next())
                .param(Leaf.Kind.REVISION.name())
                .param(Leaf.NO_STORE.value())
                .param(revision)
                .update();
        queue.getObject().ask();
    }

    @Override
    public Checked after(long revision, int limit) {
        timesInUtc();
        var compared = compare(revision, limit);
        return new Checked(
                compared.isEmpty() ? 0 : compared.getLast().revision(),
                compared.stream().filter(one -> !one.isRecorded()).map(Compared::revision).toList(),
                compared.stream()
                        .filter(one -> one.isRecorded() && !one.isSame())
                        .map(Compared::revision)
                        .toList());
    }

    private List<Compared> compare(long revision, int limit) {
        return jdbc.sql(
                        """
                        select r.rev, l.id is not null as recorded, l.content = %s as same
                        from revision r
                        left join ledger_leaf l on l.kind = ? and l.subject = r.rev::text
                        where r.rev > greatest(?,
                            coalesce((select max(rev) from ledger_revisions_since), 0))
                        order by r.rev limit ?
                        """
                                .formatted(digest()))
                .param(Leaf.Kind.REVISION.name())
                .param(revision)
                .param(limit)
                .query(
                        (row, _) ->
                                new Compared(
                                        row.getLong("rev"),
                                        row.getBoolean("recorded"),
                                        row.getBoolean("same")))
                .list();
    }

    @Override
    public List<String> missing(int limit) {
        return jdbc.sql(
                        """
                        select subject from ledger_leaf l where kind = ?
                            and not exists (select from revision where rev::text = l.subject)
                        order by subject limit ?
                        """)
                .param(Leaf.Kind.REVISION.name())
                .param(limit)
                .query(String.class)
                .list();
    }

    /** Until the transaction ends, whatever the machine's zone is. */
    private void timesInUtc() {
        jdbc.sql("select set_config('TimeZone', 'UTC', true)").query(String.class).single();
    }

    private String digest() {
        var known = form;
        if (known == null) {
            known = digest(histories());
            form = known;
        }
        return known;
    }

    private List<String> histories() {
        return jdbc.sql(
                        """
                        select table_name from information_schema.columns
                        where table_schema = current_schema() and column_name = 'rev'
                            and table_name like '%\\_aud' order by table_name
                        """)
                .query(String.class)
                .list();
    }

    private static String digest(List<String> histories) {
        return """
               sha256(convert_to(concat_ws(E'\\n', '%s', jsonb_strip_nulls(to_jsonb(r))::text,
                   (select string_agg(line, E'\\n' order by line collate "C") from (%s) lines)),
                   'UTF8'))
               """
                .formatted(
                        TAG,
                        histories.stream()
                                .map(RevisionLeaves::lines)
                                .collect(Collectors.joining(" union all ")));
    }

    private static String lines(String history) {
        return """
               select '%1$s ' || (jsonb_strip_nulls(to_jsonb(t)) - 'revend')::text as line
               from %1$s t where t.rev = r.rev
               """
                .formatted(history);
    }
}
