package dev.cordon.domain.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MaskedTest {

    @Test
    void maskedNameKeepsOneLetterOfEachPart() {
        assertThat(Masked.name("Åsa Lindqvist")).isEqualTo("Å••• L•••");
    }

    @Test
    void maskedAddressKeepsItsFirstLetterAndItsDomain() {
        assertThat(Masked.email("asa@example.org")).isEqualTo("a•••@example.org");
    }

    @Test
    void whatIsNoAddressIsHiddenWhole() {
        assertThat(Masked.email("@")).isEqualTo("•••");
        assertThat(Masked.email("")).isEqualTo("•••");
        assertThat(Masked.name("")).isEmpty();
    }
}
