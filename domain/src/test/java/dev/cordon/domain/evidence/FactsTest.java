package dev.cordon.domain.evidence;

import static dev.cordon.domain.evidence.EvidenceFixtures.AS_IT_CAME;
import static dev.cordon.domain.evidence.EvidenceFixtures.aSearchedItem;
import static dev.cordon.domain.evidence.EvidenceFixtures.anItem;
import static dev.cordon.domain.evidence.EvidenceFixtures.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cordon.domain.evidence.CardSearch.Extent;
import dev.cordon.domain.kernel.Sha256;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactsTest {

    private static final Sha256 CAME = Sha256.of(new byte[] {1});

    /** So that chains of earlier builds stay valid, this digest never changes. */
    @Test
    void whatNobodySearchedIsHashedAsItAlwaysWas() {
        assertThat(item(AS_IT_CAME, anItem().acquisition()).facts().hex())
                .isEqualTo("ace2b0957bfe346e54f37fcdda2ef7328241b814b7460dd9e157bda78f9a5c52");
    }

    /** What checks packages elsewhere computes this digest too. */
    @Test
    void everythingThatIsSaidIsHashedInOneWay() {
        assertThat(aSearchedItem().facts().hex())
                .isEqualTo("c34bbb1e7035f9d870bcd562a3bc645aa5c4ca1e1d9a9f4a39736b91ed587631");
    }

    /** The form in which a salted digest stands for the words. */
    @Test
    void whereWordsCanBeDestroyedTheirCommitmentIsHashed() {
        var searched = aSearchedItem();
        var words =
                List.of(
                        "Log lines behind the alert",
                        "access.log",
                        "tar -c",
                        searched.acquisition().source());
        var salt = new Salt("00112233445566778899aabbccddeeff");
        var committed =
                item(
                        searched.intake(),
                        searched.acquisition(),
                        new Commitment(salt.over(words), salt));

        assertThat(committed.facts().hex())
                .isEqualTo("c0013382ad80eb4f61d324e691e114947ab1d9c4a637ef8fee309183440600ef");
    }

    @Test
    void nothingOfTheIntakeCanBeChangedUnseen() {
        var acquired = anItem().acquisition();
        var searches =
                List.of(
                        CardSearch.NONE,
                        new CardSearch("cards/1", Extent.ALL, 0, 0, "", null),
                        new CardSearch("cards/2", Extent.ALL, 0, 0, "", null),
                        new CardSearch("cards/1", Extent.PART, 0, 0, "", null),
                        new CardSearch("cards/1", Extent.ALL, 1, 0, "", CAME),
                        new CardSearch("cards/1", Extent.ALL, 2, 0, "", CAME),
                        new CardSearch("cards/1", Extent.ALL, 0, 1, "image", null),
                        new CardSearch("cards/1", Extent.ALL, 0, 2, "image", null),
                        new CardSearch("cards/1", Extent.ALL, 0, 1, "other", null),
                        new CardSearch("cards/1", Extent.ALL, 1, 0, "", Sha256.of(new byte[2])));
        var facts = new HashSet<Sha256>();

        searches.forEach(cards -> facts.add(item(new Intake(cards, null, null), acquired).facts()));
        facts.add(item(new Intake(CardSearch.NONE, "php", null), acquired).facts());
        facts.add(item(new Intake(CardSearch.NONE, null, CAME), acquired).facts());

        assertThat(facts).hasSize(searches.size() + 2);
    }

    @Test
    void whatIsLeftInHasAReasonAndWhatIsMaskedHadAnotherDigest() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CardSearch("cards/1", Extent.ALL, 0, 1, " ", null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CardSearch("cards/1", Extent.ALL, 1, 0, "", null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CardSearch("", Extent.ALL, 0, 0, "", null));
    }

    @Test
    void aPathIsWrittenInOneWay() {
        assertThat(Subject.of("file //srv/./www//x.php/"))
                .isEqualTo(new Subject.FileAt("/srv/www/x.php"));
        assertThat(new Subject.TreeAt("/").path()).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "file",
                "file ",
                "file x.php",
                "file /a/../b",
                "tree /a/..",
                "store now",
                "row 7",
                "table \n",
                "option a\tb",
                "file /a\0b"
            })
    void whatIsNoSubjectIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Subject.of(text));
    }

    @Test
    void whatAnItemCoversReadsBackInOneOrder() {
        var covers = Coverage.parse("table wp_users\nfile /b\n\nfile /a\nfile /b\nstore");

        assertThat(covers.text()).isEqualTo("file /a\nfile /b\nstore\ntable wp_users");
        assertThat(Coverage.parse(covers.text())).isEqualTo(covers);
        assertThat(Coverage.parse("")).isEqualTo(Coverage.UNKNOWN);
    }
}
