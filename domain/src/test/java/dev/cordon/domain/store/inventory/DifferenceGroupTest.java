package dev.cordon.domain.store.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DifferenceGroupTest {

    @Test
    void singleFilesOfOneFolderAreOneGroupWithTheFirstOfThemNamed() {
        var groups = DifferenceGroup.of(files(30, "f%02d.php"));

        assertThat(groups).hasSize(1);
        assertThat(groups.getFirst().title())
                .isEqualTo("30 files of the main folder are not as approved");
        assertThat(groups.getFirst().weight()).isEqualTo(Weight.CRITICAL);
        assertThat(groups.getFirst().sentences().lines())
                .hasSize(21)
                .first()
                .isEqualTo("The files f00.php is new.");
        assertThat(groups.getFirst().sentences())
                .endsWith("And 10 more; the store's page lists all.");
    }

    @Test
    void aProgramAmongUploadsStandsForItselfUntilThereAreTooMany() {
        var groups = DifferenceGroup.of(files(33, "wp-content/uploads/f%02d.php"));

        assertThat(groups).hasSize(DifferenceGroup.MOST_ALONE + 1);
        assertThat(groups.getFirst().title())
                .isEqualTo("The files wp-content/uploads/f00.php is new");
        assertThat(groups.getLast().title())
                .isEqualTo("And 13 more: the files wp-content/uploads/f20.php and others");
    }

    @Test
    void whatIsNoFileIsBoundedToo() {
        var accounts =
                IntStream.range(0, 5_000)
                        .mapToObj(id -> InventoryItem.of(ItemKind.USER, "" + id, "u" + id))
                        .map(item -> (Difference) new Difference.New(item))
                        .toList();

        assertThat(DifferenceGroup.of(accounts)).hasSize(DifferenceGroup.MOST_ALONE + 1);
    }

    @Test
    void nothingOfItIsLost() {
        var all =
                Stream.of(
                                files(30, "f%02d.php"),
                                files(30, "wp-content/mu-plugins/f%02d.php"),
                                files(30, "wp-content/plugins/p%02d/"))
                        .flatMap(List::stream)
                        .toList();

        assertThat(DifferenceGroup.of(all).stream().flatMap(group -> group.differences().stream()))
                .containsExactlyInAnyOrderElementsOf(all);
    }

    private static List<Difference> files(int many, String name) {
        return IntStream.range(0, many)
                .mapToObj(each -> name.formatted(each))
                .map(area -> InventoryItem.of(ItemKind.FILES, area, area))
                .map(item -> (Difference) new Difference.New(item))
                .toList();
    }
}
