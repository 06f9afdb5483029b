package dev.cordon.infra.bootstrap.cli;

import dev.cordon.domain.detection.log.LogFormat;
import dev.cordon.infra.bootstrap.cli.LogFile.Unreadable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * The logs that a person means by files, folders and patterns, in the order of their first lines.
 * In folders, what is no log is passed over; of two logs that hold the same requests one is read.
 */
final class LogFiles {

    private static final int EXAMPLES = 3;

    private final @Nullable LogFormat format;
    private final ZoneId zone;
    private final Consumer<String> notice;
    private final List<String> problems = new ArrayList<>();
    private final Set<Path> taken = new HashSet<>();

    /**
     * @param format of all of them; null if each shows its own
     * @param zone of clocks whose lines do not say
     * @param notice takes sentences about what is passed over
     */
    LogFiles(@Nullable LogFormat format, ZoneId zone, Consumer<String> notice) {
        this.format = format;
        this.zone = zone;
        this.notice = notice;
    }

    /**
     * @throws Unreadable if what was named is not there, or holds no log
     */
    List<LogFile> find(List<String> names) throws Unreadable {
        var logs = new ArrayList<LogFile>();
        for (var name : names) {
            logs.addAll(named(name));
        }
        var once = withoutTwins(logs);
        once.sort(
                Comparator.comparing(
                        LogFile::begin, Comparator.nullsLast(Comparator.naturalOrder())));
        return once;
    }

    /** Sentences about logs that were found and cannot be read. */
    List<String> problems() {
        return problems;
    }

    private List<LogFile> named(String name) throws Unreadable {
        if (name.equals(LogFile.PIPE)) {
            return List.of(guessed(LogFile.piped(System.in, format, zone)));
        }
        if (name.isEmpty()) {
            throw new Unreadable("an empty name names no file");
        }
        try {
            var path = Path.of(name);
            if (Files.isDirectory(path)) {
                return logs(LogPaths.in(path), name);
            }
            if (Files.exists(path)) {
                return isNew(path) ? List.of(guessed(LogFile.of(path, format, zone))) : List.of();
            }
            if (LogPaths.isPattern(name)) {
                return logs(LogPaths.matching(name), name);
            }
        } catch (InvalidPathException | PatternSyntaxException e) {
            throw new Unreadable(name + " names no file");
        } catch (IOException e) {
            throw new Unreadable(name + " cannot be read: " + LogFile.reason(e));
        }
        throw new Unreadable(name + " does not exist");
    }

    /** A file that was named is read even if its format is not known, so that it is counted. */
    private LogFile guessed(LogFile log) {
        if (!log.known() && log.size() > 0) {
            notice.accept(log + " looks like no log that is known; it is read as combined");
        }
        return log;
    }

    private List<LogFile> logs(List<Path> paths, String where) throws Unreadable {
        var logs = new ArrayList<LogFile>();
        var passed = new ArrayList<String>();
        int before = problems.size();
        var some = paths.stream().filter(this::isNew).toList();
        some.forEach(path -> look(path, logs, passed));
        boolean known = some.size() < paths.size() || problems.size() > before;
        if (logs.isEmpty() && !known) {
            throw new Unreadable(where + " holds no log that is known");
        }
        if (!passed.isEmpty()) {
            notice.accept(
                    where
                            + ": passed over what is no log, "
                            + String.join(
                                    ", ", passed.subList(0, Math.min(EXAMPLES, passed.size())))
                            + (passed.size() > EXAMPLES
                                    ? " and " + (passed.size() - EXAMPLES) + " more"
                                    : ""));
        }
        return logs;
    }

    private void look(Path path, List<LogFile> logs, List<String> passed) {
        try {
            var log = LogFile.of(path, format, zone);
            if (log.known() && log.begin() != null) {
                logs.add(log);
            } else {
                passed.add(path.toString());
            }
        } catch (Unreadable unreadable) {
            problems.add(String.valueOf(unreadable.getMessage()));
        }
    }

    /** Whether nothing else that was named is the same file. */
    private boolean isNew(Path path) {
        try {
            return taken.add(path.toRealPath());
        } catch (IOException e) {
            return taken.add(path);
        }
    }

    /** Servers write one request into several files; each shall count once. */
    private List<LogFile> withoutTwins(List<LogFile> logs) {
        var kept = new ArrayList<LogFile>();
        for (var log : logs) {
            var twin = kept.stream().filter(each -> log.start().isTwin(each.start())).findFirst();
            if (twin.isEmpty()) {
                kept.add(log);
            } else if (twin.get().isPartOf(log)) {
                kept.set(kept.indexOf(twin.get()), log);
                notice.accept(twin.get() + " holds the same as " + log + ", which is read instead");
            } else {
                notice.accept(log + " holds the same as " + twin.get() + ", which is read instead");
            }
        }
        return kept;
    }
}
