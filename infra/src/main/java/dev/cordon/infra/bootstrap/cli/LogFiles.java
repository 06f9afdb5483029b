package dev.cordon.infra.bootstrap.cli;

import dev.cordon.domain.detection.log.LogFormat;
import dev.cordon.infra.bootstrap.cli.LogFile.Unreadable;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The logs that a person means by files, folders and patterns, in the order of their first lines.
 * In folders, what is no log is passed over; of two logs that hold the same requests one is read.
 */
final class LogFiles {

    private static final int MOST = 100_000;

    private final @Nullable LogFormat format;
    private final ZoneId zone;
    private final Consumer<String> notice;

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

    List<LogFile> find(List<String> names) throws Unreadable {
        var logs = new ArrayList<LogFile>();
        for (var name : names) {
            if (!name.equals(LogFile.PIPE) && Files.isDirectory(Path.of(name))) {
                logs.addAll(folder(Path.of(name)));
            } else if (isPattern(name)) {
                logs.addAll(matching(name));
            } else {
                logs.add(single(name));
            }
        }
        var once = withoutTwins(logs);
        once.sort(
                Comparator.comparing(
                        LogFile::begin, Comparator.nullsLast(Comparator.naturalOrder())));
        return once;
    }

    /** A file that was named is read even if its format is not known, so that it is counted. */
    private LogFile single(String name) throws Unreadable {
        var log = LogFile.of(name, format, zone);
        if (log.format() != null) {
            return log;
        }
        notice.accept(log + " looks like no log that is known; it is read as combined");
        return new LogFile(log.name(), log.path(), LogFormat.COMBINED, log.begin(), log.first());
    }

    private List<LogFile> folder(Path folder) throws Unreadable {
        try (var paths = Files.walk(folder)) {
            return logs(
                    paths.filter(Files::isRegularFile).sorted().limit(MOST).toList(),
                    folder.toString());
        } catch (IOException e) {
            throw new Unreadable(folder + " cannot be read: " + LogFile.reason(e));
        }
    }

    private static boolean isPattern(String name) {
        return !Files.exists(Path.of(name)) && name.chars().anyMatch(c -> "*?[{".indexOf(c) >= 0);
    }

    private List<LogFile> matching(String pattern) throws Unreadable {
        int slash = pattern.lastIndexOf('/');
        var folder = Path.of(slash < 0 ? "." : pattern.substring(0, Math.max(1, slash)));
        var matcher =
                FileSystems.getDefault().getPathMatcher("glob:" + pattern.substring(slash + 1));
        try (var paths = Files.list(folder)) {
            return logs(
                    paths.filter(Files::isRegularFile)
                            .filter(path -> matcher.matches(path.getFileName()))
                            .sorted()
                            .toList(),
                    pattern);
        } catch (IOException e) {
            throw new Unreadable(folder + " cannot be read: " + LogFile.reason(e));
        }
    }

    private List<LogFile> logs(List<Path> paths, String where) throws Unreadable {
        var logs = new ArrayList<LogFile>();
        int passed = 0;
        for (var path : paths) {
            var log = LogFile.of(path.toString(), format, zone);
            if (log.format() == null || log.begin() == null) {
                passed++;
            } else {
                logs.add(log);
            }
        }
        if (logs.isEmpty()) {
            throw new Unreadable(where + " holds no log that is known");
        }
        if (passed > 0) {
            notice.accept(
                    where
                            + " holds "
                            + passed
                            + " more files that are no logs; they are passed over");
        }
        return logs;
    }

    /** Servers write one request into several files; each shall count once. */
    private List<LogFile> withoutTwins(List<LogFile> logs) {
        var kept = new ArrayList<LogFile>();
        for (var log : logs) {
            var twin = kept.stream().filter(each -> isTwin(each, log)).findFirst();
            if (twin.isPresent()) {
                notice.accept(
                        log + " holds the same requests as " + twin.get() + "; they are read once");
            } else {
                kept.add(log);
            }
        }
        return kept;
    }

    private static boolean isTwin(LogFile one, LogFile other) {
        if (one.first().size() < 10 || other.first().size() < 10) {
            return false;
        }
        var shorter = one.first().size() < other.first().size() ? one : other;
        var longer = new HashSet<>(shorter == one ? other.first() : one.first());
        long same = shorter.first().stream().filter(longer::contains).count();
        return 10 * same >= 8 * shorter.first().size();
    }
}
