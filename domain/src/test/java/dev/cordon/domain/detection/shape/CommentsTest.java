package dev.cordon.domain.detection.shape;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommentsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '^',
            value = {
                "a/**/b~a b",
                "a/*k*/b~a b",
                "a/*!50000b*/c~a b c",
                "a/*m!b*/~a b ",
                "a   b~a b",
                "a/*k~a/*k"
            })
    void blockCommentsBecomeABlank(String text, String opened) {
        assertThat(Texts.written(Comments::open, text).stripTrailing())
                .isEqualTo(opened.stripTrailing());
    }

    @Test
    void aCommentToTheEndOfTheLineGoesWhereALineFollows() {
        assertThat(Texts.written(Comments::open, "a--k\nb")).isEqualTo("a b");
        assertThat(Texts.written(Comments::open, "a#k\nb")).isEqualTo("a b");
        assertThat(Texts.written(Comments::open, "a--k")).isEqualTo("a--k");
    }

    @Test
    void wordsTornByCommentsAreJoined() {
        byte[] text = "un/**/ion /*k*/all".getBytes(US_ASCII);

        assertThat(Comments.isWithinWord(text, text.length)).isTrue();
        assertThat(Texts.written(Comments::drop, "un/**/ion /*k*/all")).isEqualTo("union all");
    }

    @Test
    void plainTextNeedsNoOpening() {
        byte[] text = "rock & roll".getBytes(US_ASCII);

        assertThat(Comments.isWorthOpening(text, text.length)).isFalse();
    }
}
