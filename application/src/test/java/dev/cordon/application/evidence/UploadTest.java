package dev.cordon.application.evidence;

import static dev.cordon.domain.incident.IncidentFixtures.NOON;
import static dev.cordon.domain.incident.IncidentFixtures.RITA;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cordon.application.detection.InMemoryAlerts;
import dev.cordon.application.evidence.ResumeUpload.Outcome;
import dev.cordon.application.evidence.ResumeUpload.Proof;
import dev.cordon.application.evidence.intake.Unpacking;
import dev.cordon.application.incident.Incidents;
import dev.cordon.application.kernel.CountingIds;
import dev.cordon.application.kernel.InlineUnitOfWork;
import dev.cordon.application.kernel.TestCaller;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.evidence.EvidenceItem;
import dev.cordon.domain.evidence.KeepingSchedule;
import dev.cordon.domain.incident.Incident;
import dev.cordon.domain.incident.IncidentFixtures;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Transition;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UploadTest {

    private static final Incident INCIDENT = IncidentFixtures.anIncident();
    private static final long GIB = 1L << 30;

    private final InMemoryUploads uploads = new InMemoryUploads();
    private final Map<EvidenceId, EvidenceItem> items = new HashMap<>();
    private final TestCaller caller = new TestCaller(RITA, StoreScope.ALL);
    private final CountingIds ids = new CountingIds();
    private Instant now = NOON;
    private long room = 100 * GIB;

    private final EvidenceStage stage =
            fake(
                    EvidenceStage.class,
                    (method, arguments) -> {
                        if ((long) arguments[0] > room) {
                            throw new EvidenceStage.NoRoom((long) arguments[0], room);
                        }
                        return null;
                    });
    private final Collecting collecting =
            new Collecting(
                    fake(Incidents.class, (_, _) -> INCIDENT),
                    new InMemoryAlerts(),
                    fake(EvidenceItems.class, this::items),
                    fake(CustodyChains.class, (_, _) -> null),
                    fake(EvidenceVault.class, (method, _) -> method.equals("holds") ? true : null),
                    new KeepingSchedule(Map.of(), Period.ofYears(1)),
                    new InlineUnitOfWork(),
                    ids);
    private final OwnUploads own = new OwnUploads(uploads, caller);
    private final BeginUpload begin =
            new BeginUpload(uploads, own, stage, collecting, ids, caller, () -> now);
    private final SendPiece send = new SendPiece(uploads, own);
    private final ResumeUpload resume = new ResumeUpload(uploads, own);
    private final FinishUpload finish =
            new FinishUpload(
                    new Finishing(
                            uploads,
                            own,
                            stage,
                            new TakingIn(
                                    fake(
                                            EvidenceVault.class,
                                            (_, arguments) ->
                                                    VaultByHand.store(arguments, new HashMap<>())),
                                    stage,
                                    fake(Unpacking.class, (_, _) -> null),
                                    collecting,
                                    caller,
                                    () -> now)));

    @Test
    void anotherFileOfThatNameAndSizeDoesNotGoOnWithIt() throws IOException {
        var file = random(Upload.PIECE + Upload.SMALLEST_PIECE + 7, 1);
        var broken = begin("disk.img", file.length);
        put(broken, Arrays.copyOf(file, Upload.PIECE));
        put(broken, Arrays.copyOfRange(file, Upload.PIECE, Upload.PIECE + (1 << 20)));
        int received = Upload.PIECE + (1 << 20);

        assertThat(resume(broken, Set.of(), null))
                .isEqualTo(new Outcome.ToProve(uploads.get(broken)));
        assertThat(resume(broken, Set.of(), proof(broken, file, received)))
                .isEqualTo(new Outcome.Proven(uploads.get(broken)));
        var other = file.clone();
        other[received - 1]++;
        assertThat(resume(broken, Set.of(), proof(broken, other, received)))
                .isEqualTo(new Outcome.Nothing());
        assertThat(resume(broken, Set.of(), proof(broken, file, Upload.PIECE)))
                .isEqualTo(new Outcome.ToProve(uploads.get(broken)));
    }

    @Test
    void twoFilesOfEqualNameAndSizeAreTwoUploads() throws IOException {
        var first = begin("index.php", 3);

        assertThat(resume(first, Set.of(first), null)).isEqualTo(new Outcome.Nothing());
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new FinishUpload.Command(List.of(first, first), facts()));
    }

    @Test
    void whoAsksAgainAfterAKillGetsTheItemThatIsRecorded() throws IOException {
        var one = begin("a.log", 1);
        var two = begin("b.log", 1);
        put(one, "a".getBytes(UTF_8));
        put(two, "b".getBytes(UTF_8));
        var command = new FinishUpload.Command(List.of(one, two), facts());
        uploads.unremovable = two;

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> finish.finish(command));
        assertThat(items).hasSize(1);
        assertThat(uploads.all()).extracting(Upload::id).containsExactly(two);

        uploads.unremovable = null;
        var item = finish.finish(command);

        assertThat(items).containsOnlyKeys(item);
        assertThat(item.value().version()).isEqualTo(8);
        assertThat(uploads.all()).isEmpty();
    }

    @Test
    void whatOthersHaveBegunNeedsItsRoomToo() throws IOException {
        var first = begin("a.img", 20 * GIB);
        for (int i = 0; i < 3; i++) {
            begin("b.img", 20 * GIB);
        }

        assertThatExceptionOfType(EvidenceStage.NoRoom.class)
                .isThrownBy(() -> begin("c.img", 20 * GIB));

        uploads.remove(first);
        begin("c.img", 20 * GIB);
    }

    @Test
    void whatIsTakenInNeedsItsRoomThen() throws IOException {
        var upload = begin("a.log", 1);
        put(upload, "a".getBytes(UTF_8));
        room = 0;

        assertThatExceptionOfType(EvidenceStage.NoRoom.class)
                .isThrownBy(
                        () -> finish.finish(new FinishUpload.Command(List.of(upload), facts())));
        assertThat(items).isEmpty();
    }

    @Test
    void onlyTheLastPieceIsSmall() throws IOException {
        var upload = begin("a.img", Upload.SMALLEST_PIECE + 1);

        assertThat(sent(upload, new byte[1])).isEqualTo(new SendPiece.Outcome.WrongLength(0));
        assertThat(sent(upload, new byte[Upload.SMALLEST_PIECE]))
                .isEqualTo(new SendPiece.Outcome.Kept(Upload.SMALLEST_PIECE));
        assertThat(sent(upload, new byte[1]))
                .isEqualTo(new SendPiece.Outcome.Kept(Upload.SMALLEST_PIECE + 1));
    }

    @Test
    void whatNobodyWentOnWithForAWeekIsRemoved() throws IOException {
        var idle = begin("a.log", 1);
        now = now.plusSeconds(1);
        var other = begin("b.log", 1);
        now = NOON.plus(Duration.ofDays(7)).plusMillis(1);

        new SweepUploads(uploads, () -> now).sweep();

        assertThat(uploads.find(idle)).isEmpty();
        assertThat(uploads.find(other)).isPresent();
    }

    private UUID begin(String name, long size) throws IOException {
        return begin.begin(new BeginUpload.Command(INCIDENT.id(), name, size)).id();
    }

    private void put(UUID upload, byte[] piece) throws IOException {
        assertThat(sent(upload, piece)).isInstanceOf(SendPiece.Outcome.Kept.class);
    }

    private SendPiece.Outcome sent(UUID upload, byte[] piece) throws IOException {
        return send.send(
                new SendPiece.Command(upload, uploads.get(upload).received(), piece, null));
    }

    private Outcome resume(UUID like, Set<UUID> used, Proof proof) throws IOException {
        var upload = uploads.get(like);
        var file = new BeginUpload.Command(INCIDENT.id(), upload.name(), upload.size());
        return resume.resume(new ResumeUpload.Command(file, used, proof));
    }

    private static Proof proof(UUID upload, byte[] file, int received) {
        var digests = new ByteArrayOutputStream();
        for (int at = 0; at < received; at += Upload.PIECE) {
            int end = Math.min(at + Upload.PIECE, received);
            digests.writeBytes(Sha256.of(Arrays.copyOfRange(file, at, end)).bytes());
        }
        return new Proof(upload, received, Sha256.of(digests.toByteArray()));
    }

    private static CollectEvidence.Command facts() {
        return CollectEvidence.Command.file(
                INCIDENT.id(), "logs", "logs", "web1", "what was changed");
    }

    private static byte[] random(int size, int seed) {
        var bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    @SuppressWarnings("unchecked")
    private Object items(String method, Object[] arguments) {
        return switch (method) {
            case "find" -> Optional.ofNullable(items.get(arguments[0]));
            case "nextNumber" -> items.size() + 1L;
            case "save" -> {
                var item = ((Transition<EvidenceItem>) arguments[0]).state();
                assertThat(items.put(item.id(), item)).isNull();
                yield null;
            }
            default -> throw new UnsupportedOperationException(method);
        };
    }

    private interface Answer {
        Object to(String method, Object[] arguments) throws Throwable;
    }

    private static <T> T fake(Class<T> port, Answer answer) {
        return port.cast(
                Proxy.newProxyInstance(
                        port.getClassLoader(),
                        new Class<?>[] {port},
                        (_, method, arguments) -> answer.to(method.getName(), arguments)));
    }
}
