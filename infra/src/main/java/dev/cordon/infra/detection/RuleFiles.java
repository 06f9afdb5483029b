package dev.cordon.infra.detection;

import dev.cordon.domain.detection.rule.RuleFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Rule files in YAML: those that come with the program, and those of a folder. A file that cannot
 * be read is there with the reason, for the loader to refuse.
 */
public final class RuleFiles {

    private static final String PACK = "/rules/";
    private static final int LARGEST = 1024 * 1024;
    private static final int MOST_FILES = 10_000;
    private static final int DEEPEST = 20;

    private RuleFiles() {}

    /** The rules that come with the program. */
    public static List<RuleFile> pack() {
        var index = new String(resource("index.txt"), StandardCharsets.UTF_8);
        return index.lines().map(name -> RuleYaml.read(name, resource(name))).toList();
    }

    /**
     * All {@code .yml} and {@code .yaml} files of a folder and of the folders in it, by name.
     * Hidden ones are left out; a link is followed only to a file that lies in the folder as well.
     *
     * @throws IOException if the folder cannot be read
     */
    public static List<RuleFile> folder(Path folder) throws IOException {
        var root = folder.toRealPath();
        if (!Files.isDirectory(root)) {
            throw new NotDirectoryException(folder.toString());
        }
        var paths = new Paths(root);
        Files.walkFileTree(root, Set.of(), DEEPEST, paths);
        paths.found.sort(null);
        var files = new ArrayList<RuleFile>();
        for (var path : paths.found) {
            files.add(file(root, path));
        }
        if (files.size() == MOST_FILES) {
            files.add(
                    RuleFile.unreadable(
                            folder.toString(), "no more than " + MOST_FILES + " files are read"));
        }
        return files;
    }

    private static RuleFile file(Path root, Path path) {
        var name = root.relativize(path).toString();
        try {
            var real = path.toRealPath();
            if (!real.startsWith(root)) {
                return RuleFile.unreadable(name, "the link leads out of the folder");
            }
            if (!Files.isRegularFile(real)) {
                return RuleFile.unreadable(name, "it is no file");
            }
            try (var in = Files.newInputStream(real)) {
                byte[] bytes = in.readNBytes(LARGEST + 1);
                return bytes.length > LARGEST
                        ? RuleFile.unreadable(name, "the file is larger than 1 MiB")
                        : RuleYaml.read(name, bytes);
            }
        } catch (IOException e) {
            return RuleFile.unreadable(name, "the file cannot be read");
        }
    }

    private static byte[] resource(String name) {
        try (InputStream stream = RuleFiles.class.getResourceAsStream(PACK + name)) {
            if (stream == null) {
                throw new IllegalStateException("the program lacks its rule file " + name);
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Paths extends SimpleFileVisitor<Path> {

        private final Path root;
        private final List<Path> found = new ArrayList<>();

        private Paths(Path root) {
            this.root = root;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return folder.equals(root) || !isHidden(folder)
                    ? FileVisitResult.CONTINUE
                    : FileVisitResult.SKIP_SUBTREE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            var name = String.valueOf(file.getFileName());
            if (!isHidden(file) && (name.endsWith(".yml") || name.endsWith(".yaml"))) {
                found.add(file);
            }
            return found.size() < MOST_FILES ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (file.equals(root)) {
                throw e;
            }
            found.add(file);
            return FileVisitResult.CONTINUE;
        }

        private static boolean isHidden(Path path) {
            return String.valueOf(path.getFileName()).startsWith(".");
        }
    }
}
