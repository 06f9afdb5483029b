package dev.cordon.infra.intake.file;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * Which file of the folder is which one that was followed: by key first, and by what was taken of
 * it where that fails, as after a copy, after packing, or when a key was given to another file.
 */
final class Pairing {

    /**
     * @param known with what the folder says of it now
     */
    record Pair(FollowedFile known, LogFile file) {}

    private final Glances glances;
    private final List<Pair> pairs = new ArrayList<>();
    private final List<FollowedFile> missing;
    private final List<LogFile> unknown;
    private final List<Unreadable> unreadable = new ArrayList<>();

    /**
     * @throws Unreadable if the log itself is; files beside it that are so are left out
     */
    Pairing(List<FollowedFile> known, List<LogFile> listed, Glances glances) throws Unreadable {
        this.glances = glances;
        this.missing = new ArrayList<>(known);
        this.unknown = new ArrayList<>(listed);
        pairByKey(file -> file.head().length() > 0);
        pairByContent();
        pairByKey(_ -> true);
    }

    List<Pair> pairs() {
        return pairs;
    }

    List<FollowedFile> missing() {
        return missing;
    }

    /** The log itself first, then what was put aside of it, the oldest first. */
    List<LogFile> unknown() {
        return unknown.stream()
                .sorted(
                        Comparator.comparing(LogFile::live)
                                .reversed()
                                .thenComparing(LogFile::isPacked)
                                .thenComparing(LogFile::modified))
                .toList();
    }

    List<Unreadable> unreadable() {
        return unreadable;
    }

    /** Of a file that nothing was taken of the key alone says little: others go first. */
    private void pairByKey(Predicate<FollowedFile> which) throws Unreadable {
        for (var known : missing.stream().filter(which).toList()) {
            for (var file : List.copyOf(unknown)) {
                if (file.isNamedAs(known) && isSame(known, file)) {
                    pair(known, file);
                    break;
                }
            }
        }
    }

    private boolean isSame(FollowedFile known, LogFile file) throws Unreadable {
        return file.isUnchanged(known) || look(file, () -> glances.isContinued(known, file));
    }

    /** The longest first: of two copies it holds more. */
    private void pairByContent() throws Unreadable {
        for (var known : List.copyOf(missing)) {
            var candidates =
                    unknown.stream()
                            .filter(file -> known.head().length() > 0 && file.size() > 0)
                            .sorted(Comparator.comparingLong(LogFile::size).reversed())
                            .toList();
            for (var file : candidates) {
                if (look(
                        file,
                        () ->
                                glances.isContinued(known, file)
                                        || glances.isShorterCopy(known, file))) {
                    pair(known, file);
                    break;
                }
            }
        }
    }

    private void pair(FollowedFile known, LogFile file) {
        missing.remove(known);
        unknown.remove(file);
        pairs.add(new Pair(known.seenAs(file), file));
    }

    /** A look into a file; one beside the log that cannot be read is left out. */
    private boolean look(LogFile file, Look look) throws Unreadable {
        try {
            return look.look();
        } catch (Unreadable e) {
            if (file.live()) {
                throw e;
            }
            unreadable.add(e);
            unknown.remove(file);
            return false;
        }
    }

    private interface Look {
        boolean look() throws Unreadable;
    }
}
