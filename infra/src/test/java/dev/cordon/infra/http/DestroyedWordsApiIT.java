package dev.cordon.infra.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.domain.evidence.pack.Trusted;
import dev.cordon.domain.evidence.pack.Verdict;
import dev.cordon.infra.database.OwnerConnection;
import dev.cordon.infra.pack.Packed;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** What was said of an item goes with its content: no table of the database repeats it then. */
@ApiTest
class DestroyedWordsApiIT {

    private final Api api;
    private final OwnerConnection owner;
    private final DataSource program;
    private final PackageSteps packages;

    /** A word that nothing else says. */
    private final String secret = "word" + UUID.randomUUID().toString().replace("-", "");

    private String item = "";

    DestroyedWordsApiIT(
            Api api, OwnerConnection owner, DataSource program, ApplicationContext context) {
        this.api = api;
        this.owner = owner;
        this.program = program;
        this.packages = new PackageSteps(context);
    }

    @BeforeEach
    void anItemOfWhichMuchIsSaid() {
        packages.begin();
        item =
                api.post(packages.incident + "/evidence")
                        .token(packages.carla)
                        .header("Cordon-Title", secret + " title")
                        .header("Cordon-Source", secret + " source")
                        .header("Cordon-Purpose", secret + " purpose")
                        .header("Cordon-Command", secret + " command")
                        .header(
                                "Content-Disposition",
                                "attachment; filename=\"" + secret + ".log\"")
                        .bytes("application/octet-stream", "as it was".getBytes(UTF_8))
                        .send()
                        .header("Location");
        for (var step : List.of("/seal", "/hold", "/release")) {
            var wish = "{\"purpose\":\"%s\",\"matter\":\"m\"}".formatted(secret + step);
            var by = step.equals("/release") ? packages.kathrin() : packages.carla;
            var sent = step.equals("/seal") ? wish.replace(",\"matter\":\"m\"", "") : wish;
            assertThat(api.post(item + step).token(by).json(sent).send().status())
                    .as(step)
                    .isEqualTo(204);
        }
        api.get(item + "/content?purpose=" + secret).token(packages.carla).send();
    }

    @Test
    void noTableRepeatsTheWordsOnceTheContentIsGone() throws Exception {
        var left = packages.made();
        var file = packages.download(left);
        assertThat(tablesWith(secret))
                .containsExactly("custody_words", "evidence_item", "evidence_package_statement");
        assertThat(besides(left)).isPositive();

        packages.dispose(item);

        assertThat(tablesWith(secret)).isEmpty();
        assertThat(besides(left)).isZero();
        var shown = api.get(item).token(packages.carla).send();
        assertThat(shown.json().path("withoutWords").asBoolean()).isTrue();
        assertThat(shown.text("title")).isEmpty();
        assertThat(purposes()).startsWith("", "", "", "", "").last().asString().contains("no need");
        assertThat(verdict()).isEqualTo("DISPOSED");
        assertThat(Packed.check(file, new Trusted(packages.key(), null)))
                .isInstanceOf(Verdict.Intact.class);
        assertThat(new String(Packed.files(file).get("custody.json"), UTF_8)).contains(secret);
    }

    @Test
    void whatElseTheIncidentHoldsKeepsItsWords() {
        packages.dispose(packages.first);

        assertThat(api.get(item).token(packages.carla).send().text("title")).startsWith(secret);
        assertThat(verdict()).isEqualTo("INTACT");
    }

    @Test
    void theProgramCannotDestroyWordsBeforeTheContent() throws SQLException {
        var made = packages.made();
        try (var connection = program.getConnection()) {
            for (var sql :
                    List.of(
                            "delete from custody_words where evidence = '%s'".formatted(id()),
                            "delete from evidence_package_statement where package = '%s'"
                                    .formatted(made.text("id")),
                            "delete from evidence_package_file where package = '%s'"
                                    .formatted(made.text("id")))) {
                assertThatThrownBy(() -> execute(connection, sql))
                        .as(sql)
                        .hasMessageContaining("goes with the content");
            }
        }
    }

    @Test
    void theProgramCannotSayAnythingElse() throws SQLException {
        var made = packages.made();
        packages.dispose(packages.first);
        var gone = packages.first.substring(packages.first.lastIndexOf('/') + 1);
        try (var connection = program.getConnection()) {
            for (var id : List.of(id(), gone)) {
                for (var words : List.of("title = 'x'", "source = 'x'", "salt = 'x'")) {
                    var sql = "update evidence_item set %s where id = '%s'".formatted(words, id);
                    assertThatThrownBy(() -> execute(connection, sql))
                            .as(sql)
                            .hasMessageContaining("never changed");
                }
            }
            var robbed =
                    "update evidence_item set salt = null, title = '', original_name = '',"
                            + " command = '', source = '' where id = '"
                            + id()
                            + "'";
            assertThatThrownBy(() -> execute(connection, robbed))
                    .hasMessageContaining("go with the content");
            var added =
                    "insert into evidence_package_item (package, place, item) values ('%s', 99, '%s')"
                            .formatted(made.text("id"), gone);
            assertThatThrownBy(() -> execute(connection, added))
                    .hasMessageContaining("no further items");
        }
    }

    /** They are put back at the end: the watch of other tests looks at all items. */
    @Test
    void wordsThatTheOwnerTakesAwayAreMissed() throws SQLException {
        var second = "seq = 2 and evidence = '%s'".formatted(id());
        try (var connection = owner.open()) {
            execute(
                    connection,
                    "create temp table taken as select * from custody_words where " + second);
            execute(connection, "alter table custody_words disable trigger user");
            execute(connection, "delete from custody_words where " + second);
            execute(connection, "alter table custody_words enable trigger user");

            var verdict = api.post(item + "/verify").token(packages.carla).send();

            assertThat(verdict.text("result")).isEqualTo("CHAIN_BROKEN");
            assertThat(verdict.http().body()).contains("WORDS_MISSING");
            execute(connection, "insert into custody_words select * from taken");
        }
        assertThat(verdict()).isEqualTo("INTACT");
    }

    private List<String> purposes() {
        var purposes = new ArrayList<String>();
        api.get(item + "/custody")
                .token(packages.carla)
                .send()
                .json()
                .forEach(link -> purposes.add(link.path("purpose").asString()));
        return purposes;
    }

    private String verdict() {
        return api.post(item + "/verify").token(packages.carla).send().text("result");
    }

    private String id() {
        return item.substring(item.lastIndexOf('/') + 1);
    }

    /** The files beside, of which a compressed one cannot be searched for a word. */
    private int besides(Api.Answer left) throws SQLException {
        try (var connection = owner.open();
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "select count(*) from evidence_package_file where package = '%s'"
                                        .formatted(left.text("id")))) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /** Bytes are looked through as well: their text has them in hexadecimal. */
    private List<String> tablesWith(String word) throws SQLException {
        var found = new TreeSet<String>();
        var hex = HexFormat.of().formatHex(word.getBytes(UTF_8));
        try (var connection = owner.open();
                var statement = connection.createStatement()) {
            var tables = new ArrayList<String>();
            try (var rows =
                    statement.executeQuery(
                            "select tablename from pg_tables where schemaname = 'public'")) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            for (var table : tables) {
                try (var rows =
                        statement.executeQuery(
                                """
                                select exists (select from %s t
                                    where t::text like '%%%s%%' or t::text like '%%%s%%')
                                """
                                        .formatted(table, word, hex))) {
                    rows.next();
                    if (rows.getBoolean(1)) {
                        found.add(table);
                    }
                }
            }
        }
        return List.copyOf(found);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
