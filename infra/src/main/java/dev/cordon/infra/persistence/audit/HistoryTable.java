package dev.cordon.infra.persistence.audit;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The history of one kind of record.
 *
 * @param record the record's own table, {@code incident}
 * @param hasUuid whether its ids are UUIDs; otherwise they are texts
 */
record HistoryTable(String record, boolean hasUuid) {

    /** Every table with a history, as the database itself has them. */
    static List<HistoryTable> all(JdbcClient jdbc) {
        return jdbc.sql(
                        """
                        select left(table_name, -4) as record, data_type from information_schema.columns
                        where table_schema = current_schema() and column_name = 'id'
                            and table_name like '%\\_aud'
                        order by 1
                        """)
                .query(
                        (row, _) ->
                                new HistoryTable(
                                        row.getString("record"),
                                        row.getString("data_type").equals("uuid")))
                .list();
    }

    String history() {
        return record + "_aud";
    }

    /** The id in this table's type; empty if no record here can have it. */
    Optional<Object> key(String id) {
        if (!hasUuid) {
            return Optional.of(id);
        }
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
