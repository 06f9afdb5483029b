package dev.cordon.infra.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.application.evidence.EvidenceVault.Unreadable;
import dev.cordon.application.evidence.Upload;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.infra.crypto.KeyRotation.Counts;
import dev.cordon.infra.crypto.KeyRotation.Outcome;
import dev.cordon.infra.detection.KeptLogFiles;
import dev.cordon.infra.persistence.Emptied;
import dev.cordon.infra.persistence.PersistenceTest;
import dev.cordon.infra.vault.EvidenceRecovery;
import dev.cordon.infra.vault.TestVaults;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

@PersistenceTest
class KeyRotationTest {

    private static final IncidentId INCIDENT = new IncidentId(new UUID(0, 1));
    private static final Subject SUBJECT = Subject.store(new UUID(0, 2));
    private static final UUID UPLOAD = new UUID(0, 7);
    private static final Instant BEGUN = Instant.parse("2026-11-26T12:00:00Z");
    private static final UUID SECRET = new UUID(0, 4);

    @TempDir Path data;
    @TempDir Path back;

    private final JdbcClient jdbc;
    private final Emptied database;
    private final List<Sha256> contents = new ArrayList<>();
    private byte[] sealed = new byte[0];
    private String printed = "";

    KeyRotationTest(JdbcClient jdbc, Emptied database) {
        this.jdbc = jdbc;
        this.database = database;
    }

    /** One of everything that the master key wraps. */
    @BeforeEach
    void everything() throws Exception {
        database.empty();
        var master = MasterKey.of(file(), jdbc);
        sealed = new DataKeys(jdbc, master, InstantSource.system()).of(SUBJECT).seal("x", "secret");
        new DataKeys(jdbc, master, InstantSource.system()).of(Subject.webhook(new UUID(0, 6)));
        jdbc.sql(
                        """
                        insert into log_source (id, version, store, name, format, zone, mode)
                        values ('shop', 0, '00000000-0000-0000-0000-000000000001', '', '', '', '')
                        """)
                .update();
        jdbc.sql(
                        """
                        insert into payment_secret (id, version, source, provider, sealed, added_at, removed)
                        values (?, 0, 'shop', 'STRIPE', ?, now(), false)
                        """)
                .param(SECRET)
                .param(new DoorKey(master).seal("payment_secret/" + SECRET, "whsec"))
                .update();
        new KeptLogFiles(data).write(master.fileKeys(), new DoorKey(master));
        var vault = TestVaults.inFolder(vault(), key());
        for (int i = 0; i < 3; i++) {
            var text = new ByteArrayInputStream(("content " + i).getBytes(UTF_8));
            contents.add(vault.store(INCIDENT, text, 100).content());
        }
        var uploads = TestVaults.uploads(uploads(), key());
        uploads.begin(new Upload(UPLOAD, INCIDENT, "person:rita", "disk.img", 4, 0, BEGUN, BEGUN));
        uploads.put(uploads.find(UPLOAD).orElseThrow(), "half".getBytes(UTF_8));
        Files.setLastModifiedTime(uploads().resolve(UPLOAD.toString()), FileTime.from(BEGUN));
        printed = TestVaults.recoveryKey(vault(), key());
    }

    @Test
    void everythingOpensUnderTheNewKeyAloneAndTheOldOneOpensNothing() throws Exception {
        var old = Files.copy(key(), back.resolve("old.json"));

        assertThat(rotation().run(false, new Told(-1))).isEqualTo(Outcome.REMOVED);

        assertThat(new KeyFile(key()).read().size()).isEqualTo(1);
        assertAllOpens();
        assertThatThrownBy(() -> MasterKey.of(new KeyFile(old), jdbc))
                .hasMessageContaining("another key");
        var stranger = TestVaults.inFolder(vault(), old);
        for (var content : contents) {
            assertThatThrownBy(() -> stranger.rehash(INCIDENT, content))
                    .isInstanceOf(Unreadable.class);
        }
        assertThatThrownBy(
                        () ->
                                new KeptLogFiles(data)
                                        .assertAllOpens(
                                                TestKeys.of(old),
                                                new DoorKey(MasterKey.of(file(), jdbc))))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aKillAtAnyStepLeavesEverythingOpenAndItGoesOn() throws Exception {
        int died = 0;
        for (int at = 0; ; at++) {
            try {
                rotation().run(false, new Told(at));
                break;
            } catch (IOException e) {
                died++;
                assertThat(e).hasMessage("killed");
                assertThat(new KeyFile(key()).read().size()).isEqualTo(2);
                assertAllOpens();
            }
            if (at > 3) {
                assertThat(rotation().run(true, new Told(-1))).isEqualTo(Outcome.KEPT);
                assertAllOpens();
                assertThat(rotation().run(false, new Told(-1))).isEqualTo(Outcome.REMOVED);
                assertAllOpens();
            }
        }

        assertThat(died).isGreaterThan(12);
        assertThat(new KeyFile(key()).read().size()).isEqualTo(1);
        assertAllOpens();
    }

    @Test
    void whatDoesNotOpenIsNamedAndKeepsTheEarlierKey() throws Exception {
        jdbc.sql("insert into data_key (subject, wrapped, created_at) values (?, ?, now())")
                .param("store/damaged")
                .param("{\"encryptedKeyset\":\"AAAA\"}")
                .update();
        var told = new Told(-1);

        assertThat(rotation().run(false, told)).isEqualTo(Outcome.STILL_NEEDED);

        assertThat(told.broken).containsExactly("data_key/store/damaged");
        assertThat(new KeyFile(key()).read().size()).isEqualTo(2);
        assertAllOpens();
        jdbc.sql("delete from data_key where subject = 'store/damaged'").update();
        assertThat(rotation().run(false, new Told(-1))).isEqualTo(Outcome.REMOVED);
        assertAllOpens();
    }

    @Test
    void whenLinesWereTakenStaysAsItWas() throws Exception {
        var segment =
                Files.list(data.resolve("spool/shop-nginx")).filter(this::isSealed).findFirst();
        var before = Files.getLastModifiedTime(segment.orElseThrow());

        rotation().run(false, new Told(-1));

        assertThat(Files.getLastModifiedTime(segment.get())).isEqualTo(before);
    }

    private boolean isSealed(Path file) {
        return file.toString().endsWith(".sealed");
    }

    private void assertAllOpens() throws Exception {
        var master = MasterKey.of(file(), jdbc);
        var data = new DataKeys(jdbc, master, InstantSource.system()).find(SUBJECT).orElseThrow();
        assertThat(data.open("x", sealed)).isEqualTo("secret");
        var secret = jdbc.sql("select sealed from payment_secret").query(String.class).single();
        assertThat(new DoorKey(master).open("payment_secret/" + SECRET, secret)).isEqualTo("whsec");
        new KeptLogFiles(this.data).assertAllOpens(master.fileKeys(), new DoorKey(master));
        var vault = TestVaults.inFolder(vault(), key());
        for (var content : contents) {
            assertThat(vault.rehash(INCIDENT, content)).contains(content);
        }
        assertUploadOpens();
        vault.store(INCIDENT, new ByteArrayInputStream("content 0".getBytes(UTF_8)), 100);
        var outcomes = new ArrayList<EvidenceRecovery.Outcome>();
        var to = Files.createTempDirectory(back, "out");
        new EvidenceRecovery(vault(), to, RecoveryKey.of(printed))
                .run((_, outcome, _) -> outcomes.add(outcome));
        assertThat(outcomes).hasSize(3).containsOnly(EvidenceRecovery.Outcome.RECOVERED);
    }

    private void assertUploadOpens() throws IOException {
        var uploads = TestVaults.uploads(uploads(), key());
        var upload = uploads.find(UPLOAD).orElseThrow();
        assertThat(upload.touchedAt()).isEqualTo(BEGUN);
        try (var in = uploads.content(upload).open()) {
            assertThat(in.readAllBytes()).isEqualTo("half".getBytes(UTF_8));
        }
    }

    private Path uploads() {
        return data.resolve("evidence/uploads");
    }

    private KeyRotation rotation() throws IOException {
        return new KeyRotation(
                file(),
                List.of(
                        new DatabaseKeys(jdbc),
                        TestVaults.underMasterKey(vault()),
                        TestVaults.uploadKeys(uploads()),
                        new KeptLogFiles(data).underMasterKey()));
    }

    private KeyFile file() {
        return new KeyFile(key());
    }

    private Path key() {
        return data.resolve("keys/master.json");
    }

    private Path vault() {
        return data.resolve("evidence");
    }

    /** Dies at a step, as a program that is killed. */
    private static final class Told implements KeyRotation.Progress {

        private final List<String> broken = new ArrayList<>();
        private int left;

        Told(int steps) {
            left = steps;
        }

        private void step() throws IOException {
            if (left-- == 0) {
                throw new IOException("killed");
            }
        }

        @Override
        public void begun(boolean anew) throws IOException {
            step();
        }

        @Override
        public void wrapping(String what, String name) throws IOException {
            step();
        }

        @Override
        public void broken(String what, String name, SealBroken why) {
            broken.add(name);
        }

        @Override
        public void done(String what, Counts counts) throws IOException {
            step();
        }
    }
}
