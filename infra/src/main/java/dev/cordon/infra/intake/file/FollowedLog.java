package dev.cordon.infra.intake.file;

import dev.cordon.application.kernel.Ids;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes each line of a log once, through rotation, truncation, packing and kills. What a batch
 * holds is written down before it is offered, and offered again under the same name until it is
 * known to be safe. For one thread.
 */
final class FollowedLog {

    private static final Logger LOG = LoggerFactory.getLogger(FollowedLog.class);

    /** Renamed and packed files are found again by then. */
    private static final Duration GONE = Duration.ofMinutes(1);

    /** Nobody writes to a file any more that was put aside and unchanged for so long. */
    private static final Duration QUIET = Duration.ofMinutes(1);

    private static final Duration PACKED = Duration.ofSeconds(5);
    private static final Duration OLD = Duration.ofDays(1);

    private final String name;
    private final PlaceFile placeFile;
    private final Taking taking;
    private final Ids ids;
    private final InstantSource clock;
    private final byte[] room = new byte[Trace.LONGEST + Piece.LONGEST];
    private final Set<String> said = new HashSet<>();
    private Map<String, Long> sizes = Map.of();
    private boolean mayOlderOnesCome;
    private @Nullable Places places;
    private @Nullable Waiting waiting;

    /**
     * @param name of the log, for those who read what the program says
     */
    FollowedLog(String name, PlaceFile placeFile, Taking taking, Ids ids, InstantSource clock) {
        this.name = name;
        this.placeFile = placeFile;
        this.taking = taking;
        this.ids = ids;
        this.clock = clock;
    }

    /** A batch that was written down and is not known to be safe. */
    private record Waiting(String batch, byte[] lines, FollowedFile after) {}

    /**
     * Takes what is new, the oldest first.
     *
     * @param budget about so many bytes at most
     * @return whether more may be there at once
     * @throws IOException if it cannot be read or kept now; the next time goes on from there
     */
    boolean pass(LogFolder folder, long budget) throws IOException {
        takeWaiting();
        var known = places == null ? placeFile.read() : places;
        var glances = new Glances(folder);
        if (known == null) {
            known = begin(folder.list(List.of()), glances);
        }
        places = known;
        var pairing = new Pairing(known.files(), folder.list(paths(known)), glances);
        pairing.unreadable().forEach(this::say);
        var pairs = new ArrayList<>(pairing.pairs());
        pairs.addAll(accepted(pairing, glances));
        places = remembered(pairs, pairing.missing(), known.missed());
        pairs.sort(
                Comparator.comparing((Pairing.Pair pair) -> pair.file().live())
                        .thenComparing(pair -> pair.file().modified()));
        long left = budget;
        for (var pair : pairs) {
            boolean early = pair.file().live() && mayOlderOnesCome;
            if (left > 0 && !early && pair.known().mayHoldMore()) {
                left -= drain(folder, pair, left);
            }
        }
        return left <= 0;
    }

    /** So many bytes are known to have gone before they could be taken. */
    long missed() {
        return places == null ? 0 : places.missed();
    }

    /** What was put aside before the log was first looked at is not taken. */
    private Places begin(List<LogFile> listed, Glances glances) throws IOException {
        var files = new ArrayList<FollowedFile>();
        for (var file : listed) {
            if (!file.live() && file.size() > 0) {
                try {
                    files.add(glances.asTaken(id(), file));
                } catch (Unreadable e) {
                    say(e);
                }
            }
        }
        var begun = new Places(files, 0);
        placeFile.write(begun);
        return begun;
    }

    /** Those that are read to their end and old are not looked for where no rotation leads. */
    private List<String> paths(Places known) {
        long old = clock.instant().minus(OLD).toEpochMilli();
        return known.files().stream()
                .filter(file -> file.modified() > old || file.mayHoldMore())
                .map(FollowedFile::path)
                .toList();
    }

    private List<Pairing.Pair> accepted(Pairing pairing, Glances glances) throws Unreadable {
        var accepted = new ArrayList<Pairing.Pair>();
        var here = new ArrayList<>(pairing.pairs().stream().map(Pairing.Pair::file).toList());
        var seen = new HashMap<String, Long>();
        mayOlderOnesCome = false;
        for (var file : pairing.unknown()) {
            seen.put(file.path(), file.size());
            if (file.live()) {
                accepted.add(new Pairing.Pair(begin(file), file));
                here.add(file);
            } else if (file.size() > 0 && !isCopy(file, here, glances)) {
                if (isWhole(file)) {
                    accepted.add(new Pairing.Pair(begin(file), file));
                    here.add(file);
                } else {
                    mayOlderOnesCome |= !file.isPacked();
                }
            }
        }
        sizes = seen;
        return accepted;
    }

    private FollowedFile begin(LogFile file) {
        var begun = FollowedFile.begin(id(), file);
        if (!file.isPacked() || RotatedName.isUnpackable(file.path())) {
            return begun;
        }
        LOG.warn(
                "{} is packed in a way that cannot be read here: what was not taken before of the"
                        + " log {} is missed",
                file.path(),
                name);
        return begun.close();
    }

    /** Not one that is being copied or packed: its size stays as it is. */
    private boolean isWhole(LogFile file) {
        boolean still = Long.valueOf(file.size()).equals(sizes.get(file.path()));
        if (file.isPacked()) {
            return still && isUnchangedFor(PACKED, file);
        }
        return still || file.size() >= Trace.LONGEST;
    }

    private boolean isCopy(LogFile file, List<LogFile> others, Glances glances) {
        for (var other : others) {
            try {
                if (glances.isCopy(file, other)) {
                    return true;
                }
            } catch (Unreadable e) {
                say(e);
                return true;
            }
        }
        return false;
    }

    private Places remembered(List<Pairing.Pair> pairs, List<FollowedFile> missing, long missed) {
        var now = clock.instant();
        var files = new ArrayList<>(pairs.stream().map(Pairing.Pair::known).toList());
        long gone = missed;
        for (var file : missing) {
            var absent = file.missingSince(now);
            if (now.toEpochMilli() - absent.missing() < GONE.toMillis()) {
                files.add(absent);
            } else if (file.mayHoldMore() && file.size() > file.taken()) {
                gone += file.size() - file.taken();
                LOG.warn(
                        "{} went with at least {} bytes of the log {} that were not taken",
                        file.path(),
                        file.size() - file.taken(),
                        name);
            }
        }
        return new Places(files, gone);
    }

    /** Takes the file's lines, and answers how many bytes they were. */
    private long drain(LogFolder folder, Pairing.Pair pair, long budget) throws IOException {
        long taken = 0;
        try (var bytes = open(folder, pair.file())) {
            var known = pair.known();
            while (taken < budget) {
                var piece = next(known, pair.file(), bytes);
                if (piece == null) {
                    if (pair.file().isPacked()) {
                        keep(known.close());
                    }
                    return taken;
                }
                take(known, piece);
                known = piece.after();
                taken += piece.length();
            }
        } catch (Unreadable e) {
            if (pair.file().live()) {
                throw e;
            }
            say(e);
            if (pair.file().isPacked() && isUnchangedFor(QUIET, pair.file())) {
                keep(current(pair.known()).close());
            }
        } catch (Piece.Replaced e) {
            LOG.debug("{}", e.getMessage());
            replace(current(pair.known()).doubted());
        }
        return taken;
    }

    private static LogBytes open(LogFolder folder, LogFile file) throws Unreadable {
        try {
            return folder.open(file);
        } catch (IOException e) {
            throw new Unreadable(file, e);
        }
    }

    private @Nullable Piece next(FollowedFile known, LogFile file, LogBytes bytes)
            throws IOException {
        boolean rest = !file.live() && isUnchangedFor(QUIET, file);
        try {
            return Piece.next(known, bytes, room, rest);
        } catch (Piece.Replaced e) {
            throw e;
        } catch (IOException e) {
            throw new Unreadable(file, e);
        }
    }

    private void take(FollowedFile known, Piece piece) throws IOException {
        var meant =
                known.meant() > known.taken()
                        ? known
                        : known.meaning(piece.after().taken(), piece.after().head());
        keep(meant);
        waiting =
                new Waiting(
                        "file-%s-%d-%d".formatted(meant.id(), meant.taken(), meant.meant()),
                        piece.lines(),
                        piece.after());
        takeWaiting();
    }

    private void takeWaiting() throws IOException {
        var batch = waiting;
        if (batch != null) {
            if (batch.lines().length > 0) {
                taking.take(batch.batch(), batch.lines());
            }
            keep(batch.after());
            waiting = null;
        }
    }

    private void keep(FollowedFile file) throws IOException {
        placeFile.write(replace(file));
    }

    private Places replace(FollowedFile file) {
        var now = known();
        var replaced =
                new Places(
                        now.files().stream()
                                .map(each -> each.id().equals(file.id()) ? file : each)
                                .toList(),
                        now.missed());
        places = replaced;
        return replaced;
    }

    private FollowedFile current(FollowedFile file) {
        return known().files().stream()
                .filter(each -> each.id().equals(file.id()))
                .findFirst()
                .orElse(file);
    }

    private Places known() {
        return places == null ? new Places(List.of(), 0) : places;
    }

    private boolean isUnchangedFor(Duration time, LogFile file) {
        return !file.modified().isAfter(clock.instant().minus(time));
    }

    private String id() {
        return ids.next().toString();
    }

    /** Once for each file; that one was renamed meanwhile is nothing to say. */
    private void say(Unreadable problem) {
        if (problem.getCause() instanceof NoSuchFileException) {
            return;
        }
        if (said.size() < 1000 && said.add(problem.getMessage())) {
            LOG.warn("following {}: {}", name, problem.getMessage());
        }
    }
}
