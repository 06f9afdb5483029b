package dev.cordon.domain.evidence.preservation;

import dev.cordon.domain.evidence.EvidenceItem;
import dev.cordon.domain.evidence.Subject;
import dev.cordon.domain.evidence.intake.Manifest;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An item whose content is there and intact.
 *
 * @param manifest the files within; null if it is no tree
 */
public record Holding(EvidenceItem item, @Nullable Manifest manifest) {

    boolean covers(Subject subject) {
        return item.acquisition().covers().subjects().contains(subject);
    }

    /** The deepest folder that it is of and that the path lies in; a whole store is of all. */
    Optional<String> treeAbove(String path) {
        return item.acquisition().covers().subjects().stream()
                .flatMap(Holding::root)
                .filter(root -> lies(path, root))
                .reduce((one, other) -> one.length() >= other.length() ? one : other);
    }

    private static Stream<String> root(Subject subject) {
        return switch (subject) {
            case Subject.TreeAt(var path) -> Stream.of(path);
            case Subject.WholeStore _ -> Stream.of("/");
            default -> Stream.empty();
        };
    }

    /** Whether the path is that folder, or below it: {@code /a/bc} is not below {@code /a/b}. */
    static boolean lies(String path, String root) {
        return root.equals("/") || path.equals(root) || path.startsWith(root + "/");
    }

    /**
     * Whether the file at that path of the store is within, by its list of files: below the folder
     * itself, below its name, or by its whole path, however the archive was made.
     */
    boolean lists(String path, String root) {
        var list = manifest;
        if (list == null) {
            return false;
        }
        return spellings(path, root).anyMatch(spelling -> list.at(spelling).isPresent());
    }

    /** Whether any file below that folder of the store is within; all are below the root itself. */
    boolean listsBelow(String path, String root) {
        var list = manifest;
        if (list == null) {
            return false;
        }
        return path.equals(root)
                ? !list.entries().isEmpty()
                : spellings(path, root).anyMatch(list::hasBelow);
    }

    private static Stream<String> spellings(String path, String root) {
        var below =
                path.substring(root.equals("/") ? 1 : Math.min(path.length(), root.length() + 1));
        var name = root.substring(root.lastIndexOf('/') + 1);
        return Stream.of(below, name + "/" + below, path.substring(1));
    }

    /** Whether its list of files is asked when that would be lost. */
    public boolean isAskedForItsFiles(Loss loss) {
        return switch (loss.subject()) {
            case Subject.FileAt(var path) -> treeAbove(path).isPresent();
            case Subject.TreeAt(var path) -> treeAbove(path).isPresent();
            default -> false;
        };
    }

    boolean isOf(Instant changedAt) {
        return !item.acquisition().at().isBefore(changedAt);
    }
}
