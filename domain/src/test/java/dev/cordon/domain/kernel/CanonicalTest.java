package dev.cordon.domain.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CanonicalTest {

    @Property
    void movingTheBorderBetweenTwoFieldsChangesTheHash(@ForAll String a, @ForAll String b) {
        var apart = Canonical.tagged("t").add(a).add(b + "x").sha256();

        var moved = Canonical.tagged("t").add(a + b).add("x").sha256();

        assertThat(apart.equals(moved)).isEqualTo(b.isEmpty());
    }

    @Test
    void anotherTagGivesAnotherHash() {
        var one = Canonical.tagged("cordon/one/v1").add("same").sha256();

        var two = Canonical.tagged("cordon/two/v1").add("same").sha256();

        assertThat(one).isNotEqualTo(two);
    }

    /** Computed by another program from the description: a chain must verify in ten years. */
    @Test
    void theFormNeverChanges() {
        var hash =
                Canonical.tagged("cordon/test/v1")
                        .add("Größe")
                        .add(42)
                        .add(Instant.parse("2026-11-23T08:18:04Z"))
                        .sha256();

        assertThat(hash.hex())
                .isEqualTo("9e66a0a83aa8f5ac060add1d869be88260b2221115148ef5dbc79756e63c5ef5");
    }
}
