package dev.cordon.infra.persistence.breach;

import dev.cordon.application.kernel.Page;
import dev.cordon.domain.breach.AffectedPerson;
import dev.cordon.domain.breach.DeterminationId;
import dev.cordon.domain.store.StoreCustomer;
import dev.cordon.infra.crypto.DataKey;
import dev.cordon.infra.crypto.DataKeys;
import dev.cordon.infra.crypto.Subject;
import dev.cordon.infra.persistence.Pages;
import dev.cordon.infra.persistence.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The affected people of determinations, each encrypted at its place in the list. */
@Component
class SealedPeople {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final DataKeys keys;
    private final JsonMapper json = JsonMapper.shared();

    SealedPeople(JdbcClient jdbc, JdbcTemplate batches, DataKeys keys) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.keys = keys;
    }

    /** What is encrypted of a person. */
    private record Sealed(
            long id,
            String email,
            String firstName,
            String lastName,
            String country,
            String state,
            @Nullable String language) {

        static Sealed of(StoreCustomer customer) {
            var language = customer.language();
            return new Sealed(
                    customer.id(),
                    customer.email(),
                    customer.firstName(),
                    customer.lastName(),
                    customer.country(),
                    customer.state(),
                    language == null ? null : language.toLanguageTag());
        }

        StoreCustomer opened() {
            return new StoreCustomer(
                    id,
                    email,
                    firstName,
                    lastName,
                    country,
                    state,
                    language == null ? null : Locale.forLanguageTag(language));
        }
    }

    /** A row as it lies there. */
    private record Row(int ordinal, AffectedPerson.Why why, Instant seenAt, byte[] seal) {}

    void append(DeterminationId id, List<AffectedPerson> people) {
        var key = keys.of(Subject.determination(id.value()));
        var rows = new ArrayList<Object[]>();
        for (var person : people) {
            int ordinal = rows.size() + 1;
            var text = json.writeValueAsString(Sealed.of(person.customer()));
            rows.add(
                    new Object[] {
                        id.value(),
                        ordinal,
                        person.why().name(),
                        Times.utc(person.seenAt()),
                        key.seal(place(ordinal), text)
                    });
        }
        batches.batchUpdate(
                """
                insert into affected_person (determination, ordinal, why, seen_at, sealed)
                values (?, ?, ?, ?, ?)
                """,
                rows);
    }

    Page<AffectedPerson> page(DeterminationId id, Page.Request page) {
        var after = Optional.ofNullable(page.after()).map(Integer::parseInt).orElse(0);
        var rows =
                jdbc.sql(
                                """
                                select * from affected_person
                                where determination = ? and ordinal > ?
                                order by ordinal limit ?
                                """)
                        .param(id.value())
                        .param(after)
                        .param(Pages.limit(page))
                        .query(SealedPeople::row)
                        .list();
        var key = keys.find(Subject.determination(id.value()));
        return Pages.of(rows, page, Row::ordinal, row -> opened(row, key.orElse(null)));
    }

    /** Of somebody whose key was deleted only the reason is left. */
    private AffectedPerson opened(Row row, @Nullable DataKey key) {
        var customer =
                key == null
                        ? new StoreCustomer(0, "", "", "", "", "", null)
                        : json.readValue(key.open(place(row.ordinal()), row.seal()), Sealed.class)
                                .opened();
        return new AffectedPerson(customer, row.why(), row.seenAt());
    }

    private static Row row(ResultSet row, int index) throws SQLException {
        return new Row(
                row.getInt("ordinal"),
                AffectedPerson.Why.valueOf(row.getString("why")),
                Times.instant(row, "seen_at"),
                row.getBytes("sealed"));
    }

    private static String place(int ordinal) {
        return "affected_person/" + ordinal;
    }
}
