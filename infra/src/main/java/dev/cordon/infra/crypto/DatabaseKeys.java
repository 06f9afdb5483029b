package dev.cordon.infra.crypto;

import java.io.IOException;
import java.util.Base64;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the master key wraps in the database: its proof, the keys of subjects, secrets at doors. */
final class DatabaseKeys implements UnderMasterKey {

    /** Where Tink's JSON holds what is encrypted. */
    private static final Pattern WRAPPED =
            Pattern.compile("(\"encryptedKeyset\":\\s*\")([^\"]+)(\")");

    private final JdbcClient jdbc;

    DatabaseKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A row with something wrapped. */
    private record Sealed(String name, String text) {}

    @Override
    public String what() {
        return "keys and secrets in the database";
    }

    /** The proof comes last: it says which key file belongs to the database. */
    @Override
    public void each(Visit visit) throws IOException {
        dataKeys(visit);
        paymentSecrets(visit);
        proof(visit);
    }

    private void dataKeys(Visit visit) throws IOException {
        var rows =
                jdbc.sql("select subject, wrapped from data_key order by subject")
                        .query((row, _) -> new Sealed(row.getString(1), row.getString(2)))
                        .list();
        for (var row : rows) {
            var name = "data_key/" + row.name();
            var found = WRAPPED.matcher(row.text());
            if (!found.find()) {
                visit.see(name, new byte[0], new byte[0], _ -> {});
                continue;
            }
            var before = row.text().substring(0, found.start(2));
            var after = row.text().substring(found.end(2));
            visit.see(
                    name,
                    decoded(found.group(2)),
                    MasterKey.boundData(row.name()),
                    next ->
                            jdbc.sql(
                                            "update data_key set wrapped = ? where subject = ? and wrapped = ?")
                                    .param(before + encoded(next) + after)
                                    .param(row.name())
                                    .param(row.text())
                                    .update());
        }
    }

    private void paymentSecrets(Visit visit) throws IOException {
        var rows =
                jdbc.sql("select id, sealed from payment_secret where sealed <> '' order by id")
                        .query((row, _) -> new Sealed(row.getString(1), row.getString(2)))
                        .list();
        for (var row : rows) {
            var name = "payment_secret/" + row.name();
            visit.see(
                    name,
                    decoded(row.text()),
                    DoorKey.bound(name),
                    next ->
                            jdbc.sql(
                                            "update payment_secret set sealed = ? where id = ?::uuid and"
                                                    + " sealed = ?")
                                    .param(encoded(next))
                                    .param(row.name())
                                    .param(row.text())
                                    .update());
        }
    }

    private void proof(Visit visit) throws IOException {
        var proof = jdbc.sql("select proof from key_proof").query(byte[].class).optional();
        if (proof.isPresent()) {
            visit.see(
                    "key_proof",
                    proof.get(),
                    MasterKey.PLACE,
                    next -> jdbc.sql("update key_proof set proof = ?").param(next).update());
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** What is no Base64 any more opens as little as nothing does. */
    private static byte[] decoded(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException damaged) {
            return new byte[0];
        }
    }
}
