package dev.cordon.infra.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.infra.crypto.DataKey.Tampered;
import dev.cordon.infra.persistence.Emptied;
import dev.cordon.infra.persistence.PersistenceTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

@PersistenceTest
class DataKeysTest {

    private static final Subject ONE = Subject.campaign(new UUID(0, 1));
    private static final Subject OTHER = Subject.campaign(new UUID(0, 2));

    @TempDir Path folder;

    private final JdbcClient jdbc;
    private final Emptied database;

    DataKeysTest(JdbcClient jdbc, Emptied database) {
        this.jdbc = jdbc;
        this.database = database;
    }

    @BeforeEach
    void empty() {
        database.empty();
    }

    @Test
    void whatIsSealedOpensAgainAfterARestart() throws Exception {
        var sealed = keys().of(ONE).seal("delivery/1", "anna@example.org");

        var opened = keys().of(ONE).open("delivery/1", sealed);

        assertThat(opened).isEqualTo("anna@example.org");
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("anna");
    }

    @Test
    void aSealedTextOpensInItsOwnRowAlone() throws Exception {
        var keys = keys();
        var sealed = keys.of(ONE).seal("delivery/1", "anna@example.org");

        assertThatThrownBy(() -> keys.of(ONE).open("delivery/2", sealed))
                .isInstanceOf(Tampered.class);
        assertThatThrownBy(() -> keys.of(OTHER).open("delivery/1", sealed))
                .isInstanceOf(Tampered.class);
    }

    @Test
    void whatADoorHasToOpenNeedsNoKeyOfTheDatabase() throws Exception {
        var sealed = door().seal("payment_secret/1", "whsec_something");
        database.empty();

        var opened = door().open("payment_secret/1", sealed);

        assertThat(opened).isEqualTo("whsec_something");
        assertThat(sealed).doesNotContain("whsec");
        assertThatThrownBy(() -> door().open("payment_secret/2", sealed))
                .isInstanceOf(Tampered.class);
        assertThatThrownBy(() -> door().open("payment_secret/1", "no Base64"))
                .isInstanceOf(Tampered.class);
    }

    @Test
    void aKeyCopiedToAnotherSubjectUnwrapsNothing() throws Exception {
        var keys = keys();
        keys.of(ONE);
        jdbc.sql(
                        """
                        insert into data_key (subject, wrapped, created_at)
                        select ?, wrapped, created_at from data_key
                        """)
                .param(OTHER.toString())
                .update();

        assertThatThrownBy(() -> keys.of(OTHER)).isInstanceOf(Tampered.class);
    }

    @Test
    void whatWasShreddedStaysUnreadable() throws Exception {
        var keys = keys();
        var sealed = keys.of(ONE).seal("delivery/1", "anna@example.org");

        keys.shred(ONE);

        assertThat(keys.find(ONE)).isEmpty();
        assertThatThrownBy(() -> keys.of(ONE).open("delivery/1", sealed))
                .isInstanceOf(Tampered.class);
    }

    @Test
    void theKeyFileIsTheOwnersAloneAndOneThatIsOpenIsRefused() throws Exception {
        keys();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");

        Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r-----"));

        assertThatThrownBy(this::keys).hasMessageContaining("chmod 600");
    }

    @Test
    void aMissingKeyFileIsNotReplacedWhereDataWasEncrypted() throws Exception {
        keys();
        Files.delete(file());

        assertThatThrownBy(this::keys)
                .hasMessageContaining("its key is not in " + file())
                .hasMessageContaining("CORDON_KEY_FILE");
        assertThat(file()).doesNotExist();
    }

    @Test
    void theKeyOfAnotherInstallationIsRefused() throws Exception {
        keys();
        Files.delete(file());
        new KeyFile(file()).create();

        assertThatThrownBy(this::keys).hasMessageContaining("another key than the one in");
    }

    @Test
    void aDamagedKeyFileIsNamed() throws Exception {
        keys();
        Files.writeString(file(), "{}");

        assertThatThrownBy(this::keys).hasMessageContaining("is damaged");
    }

    private DataKeys keys() throws Exception {
        return new DataKeys(
                jdbc, MasterKey.of(new KeyFile(file()), jdbc), InstantSource.fixed(Instant.EPOCH));
    }

    private DoorKey door() throws Exception {
        return new DoorKey(MasterKey.of(new KeyFile(file()), jdbc));
    }

    private Path file() {
        return folder.resolve("keys/master.json");
    }
}
