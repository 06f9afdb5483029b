package dev.cordon.domain.detection.shape;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class LiteralSearchTest {

    @Test
    void literalsWithinOthersAreFoundToo() {
        assertThat(found(List.of("select", "elect", "sel"), "a SeLeCt"))
                .containsExactlyInAnyOrder("0@8", "1@8", "2@5");
    }

    @Test
    void onlyThePartThatIsSearchedCounts() {
        var search = new LiteralSearch(List.of("ab".getBytes(ISO_8859_1)));
        var ends = new ArrayList<Integer>();

        search.search("ababab".getBytes(ISO_8859_1), 1, 5, (_, end) -> ends.add(end));

        assertThat(ends).containsExactly(4);
    }

    @Property(tries = 500)
    void theSameIsFoundAsByLookingAtEveryPlace(
            @ForAll @Size(min = 1, max = 8)
                    List<@CharRange(from = 'a', to = 'c') @StringLength(min = 1, max = 4) String>
                            literals,
            @ForAll @AlphaChars @CharRange(from = 'a', to = 'c') @StringLength(max = 60)
                    String text) {
        var expected = new ArrayList<String>();
        var small = text.toLowerCase(Locale.ROOT);
        for (int i = 0; i < literals.size(); i++) {
            for (int at = 0; at < text.length(); at++) {
                if (small.startsWith(literals.get(i), at)) {
                    expected.add(i + "@" + (at + literals.get(i).length()));
                }
            }
        }

        assertThat(found(literals, text)).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static List<String> found(List<String> literals, String text) {
        var search =
                new LiteralSearch(literals.stream().map(it -> it.getBytes(ISO_8859_1)).toList());
        var found = new ArrayList<String>();
        byte[] bytes = text.getBytes(ISO_8859_1);
        search.search(bytes, 0, bytes.length, (literal, end) -> found.add(literal + "@" + end));
        return found;
    }
}
