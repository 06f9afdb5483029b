package dev.cordon.infra.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.infra.database.OwnerConnection;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was added cannot be changed: not by the program, and not by mistake of the owner. */
@PersistenceTest
class AppendOnlyTest {

    private static final List<String> ADDED_TO_ONLY =
            List.of(
                    "affected_person",
                    "connection_report",
                    "custody_entry",
                    "delivery_event",
                    "evidence_package",
                    "evidence_package_end",
                    "evidence_package_item",
                    "evidence_package_read",
                    "evidence_package_record",
                    "ledger_anchor",
                    "ledger_checkpoint",
                    "ledger_entry",
                    "ledger_leaf",
                    "ledger_mirror",
                    "ledger_node",
                    "ledger_revisions_since",
                    "log_deletion",
                    "suppression_hit",
                    "timeline_entry");

    @Autowired private DataSource program;
    @Autowired private OwnerConnection owner;
    @Autowired private JdbcClient jdbc;

    @Test
    void theProgramMayNeitherChangeNorRemoveWhatWasAdded() throws SQLException {
        try (var connection = program.getConnection()) {
            for (var table : ADDED_TO_ONLY) {
                for (var statement : changing(table)) {
                    assertThatThrownBy(() -> execute(connection, statement))
                            .as(statement)
                            .hasMessageContaining("permission denied for table " + table);
                }
            }
        }
    }

    @Test
    void theOwnerIsStoppedByTheTableItself() throws SQLException {
        try (var connection = owner.open()) {
            for (var table : ADDED_TO_ONLY) {
                for (var statement : changing(table)) {
                    assertThatThrownBy(() -> execute(connection, statement))
                            .as(statement)
                            .hasMessageContaining(table + " is append-only");
                }
            }
        }
    }

    /** That they go with the content is tested where content is destroyed. */
    @Test
    void wordsThatGoWithTheContentCannotBeChanged() throws SQLException {
        var words =
                Map.of(
                        "custody_words",
                        "purpose",
                        "evidence_package_statement",
                        "custody",
                        "evidence_package_file",
                        "content");
        try (var connection = program.getConnection();
                var asOwner = owner.open()) {
            for (var each : words.entrySet()) {
                var table = each.getKey();
                var update = "update %1$s set %2$s = %2$s".formatted(table, each.getValue());
                assertRefused(connection, update, table);
                assertRefused(connection, "truncate " + table, table);
                assertThatThrownBy(() -> execute(asOwner, update))
                        .hasMessageContaining(table + " is append-only");
            }
        }
    }

    @Test
    void theProgramCannotRewriteHistory() throws SQLException {
        var histories =
                jdbc.sql("select tablename from pg_tables where tablename like '%\\_aud'")
                        .query(String.class)
                        .list();

        assertThat(histories).contains("incident_aud", "campaign_aud");
        try (var connection = program.getConnection()) {
            for (var table : histories) {
                assertRefused(connection, "update " + table + " set revtype = 0", table);
                assertRefused(connection, "delete from " + table, table);
                assertRefused(connection, "truncate " + table, table);
            }
            assertRefused(connection, "update revision set actor = 'person:rita'", "revision");
            assertRefused(connection, "delete from revision", "revision");
        }
    }

    @Test
    void theProgramCannotLiftItsOwnLimits() throws SQLException {
        try (var connection = program.getConnection()) {
            for (var statement :
                    List.of(
                            "alter table custody_entry disable trigger append_only",
                            "drop trigger append_only on custody_entry",
                            "drop table custody_entry",
                            "create or replace function refuse_change() returns trigger"
                                    + " language sql as ''")) {
                assertThatThrownBy(() -> execute(connection, statement))
                        .as(statement)
                        .hasMessageMatching("(?s).*(must be owner of|permission denied).*");
            }
            // Answered with a warning: without a grant option nothing is granted.
            execute(connection, "grant update on custody_entry to current_user");
            assertRefused(connection, "update custody_entry set purpose = ''", "custody_entry");
        }
    }

    @Test
    void whoIsToldCannotBeChangedOnceFrozen() throws SQLException {
        try (var connection = program.getConnection()) {
            assertRefused(connection, "update delivery set recipient = ''", "delivery");
            assertRefused(connection, "update delivery set language = 'de'", "delivery");
            assertRefused(connection, "delete from delivery", "delivery");
        }
    }

    private static List<String> changing(String table) {
        return List.of(
                "update " + table + " set " + column(table) + " = " + column(table),
                "delete from " + table,
                "truncate " + table + " cascade");
    }

    private static String column(String table) {
        return switch (table) {
            case "affected_person", "log_deletion" -> "why";
            case "connection_report" -> "report";
            case "custody_entry" -> "purpose";
            case "ledger_anchor" -> "token";
            case "ledger_checkpoint" -> "note";
            case "ledger_mirror" -> "made_at";
            case "ledger_revisions_since" -> "rev";
            case "ledger_entry", "ledger_node" -> "hash";
            case "ledger_leaf" -> "subject";
            case "evidence_package" -> "purpose";
            case "evidence_package_end" -> "checkpoint";
            case "evidence_package_item" -> "place";
            case "evidence_package_read" -> "crc";
            case "evidence_package_record" -> "digest";
            case "delivery_event" -> "status";
            case "suppression_hit" -> "at";
            default -> "text";
        };
    }

    private static void assertRefused(Connection connection, String statement, String table) {
        assertThatThrownBy(() -> execute(connection, statement))
                .as(statement)
                .hasMessageContaining("permission denied for table " + table);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
