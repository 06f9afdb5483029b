package dev.cordon.infra.bootstrap.cli;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.PatternSyntaxException;

/** The files of a folder, and of all folders in it, or those that a pattern means, by name. */
final class LogPaths extends SimpleFileVisitor<Path> {

    private static final int MOST = 100_000;
    private static final int DEEPEST = 40;
    private static final String SPECIAL = "*?[{";

    private final PathMatcher wanted;
    private final boolean hidden;
    private final List<Path> found = new ArrayList<>();

    private LogPaths(PathMatcher wanted, boolean hidden) {
        this.wanted = wanted;
        this.hidden = hidden;
    }

    /** All files; hidden ones are nobody's logs. */
    static List<Path> in(Path folder) throws IOException {
        return new LogPaths(_ -> true, false).walk(folder, DEEPEST);
    }

    static boolean isPattern(String name) {
        return name.chars().anyMatch(c -> SPECIAL.indexOf(c) >= 0);
    }

    /**
     * What a shell would make of the pattern; {@code **} means folders of any depth.
     *
     * @throws PatternSyntaxException if it is no pattern
     */
    static List<Path> matching(String pattern) throws IOException {
        var steps = pattern.split("/", -1);
        int plain = 0;
        while (plain < steps.length - 1 && !isPattern(steps[plain])) {
            plain++;
        }
        var start = String.join("/", List.of(steps).subList(0, plain));
        var folder = Path.of(start.isEmpty() && pattern.startsWith("/") ? "/" : start);
        int depth = pattern.contains("**") ? DEEPEST : steps.length - plain;
        var matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
        return Files.isDirectory(folder)
                ? new LogPaths(matcher, pattern.contains("/.") || pattern.startsWith("."))
                        .walk(folder, depth)
                : List.of();
    }

    private List<Path> walk(Path folder, int depth) throws IOException {
        // A named folder may be a link, and servers link to where the logs are.
        Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), depth, this);
        found.sort(null);
        return found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        return hidden || !isHidden(folder)
                ? FileVisitResult.CONTINUE
                : FileVisitResult.SKIP_SUBTREE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (attributes.isRegularFile() && (hidden || !isHidden(file)) && wanted.matches(file)) {
            found.add(file);
        }
        return found.size() < MOST ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
    }

    /** Whoever reads it will learn why it cannot be read; a link in a circle is no file. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
        if (wanted.matches(file) && !(e instanceof java.nio.file.FileSystemLoopException)) {
            found.add(file);
        }
        return FileVisitResult.CONTINUE;
    }

    private static boolean isHidden(Path path) {
        var name = String.valueOf(path.getFileName());
        return name.length() > 1 && name.startsWith(".") && !name.equals("..");
    }
}
