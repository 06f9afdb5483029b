package dev.cordon.infra.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecoveryKeyTest {

    private static final String TYPABLE = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    @Test
    void whatIsPrintedReadsBack() throws Exception {
        var chance = new Random(1);
        for (int i = 0; i < 200; i++) {
            var secret = new byte[32];
            chance.nextBytes(secret);

            var printed = RecoveryText.of(secret);

            assertThat(printed).matches("([0-9A-HJKMNP-TV-Z]{5}-){12}[0-9A-HJKMNP-TV-Z]{5}");
            assertThat(RecoveryText.read(printed)).isEqualTo(secret);
        }
    }

    @Test
    void itMayBeTypedWithSpacesSmallLettersAndLettersThatLookLikeDigits() throws Exception {
        var key = RecoveryKey.create();

        var typed =
                key.printed()
                        .replace("-", " ")
                        .replace('0', 'o')
                        .replace('1', 'l')
                        .toLowerCase(Locale.ROOT);

        assertThat(RecoveryKey.of(typed + "\n").recipient().id()).isEqualTo(key.recipient().id());
    }

    @Test
    void everyWrongCharacterIsToldWithItsGroup() {
        var printed = RecoveryKey.create().printed();

        for (int at = 0; at < printed.length(); at++) {
            for (char wrong : TYPABLE.toCharArray()) {
                if (printed.charAt(at) == '-' || printed.charAt(at) == wrong) {
                    continue;
                }
                var typed = printed.substring(0, at) + wrong + printed.substring(at + 1);

                assertThatThrownBy(() -> RecoveryKey.of(typed))
                        .isInstanceOf(RecoveryText.Mistyped.class)
                        .hasMessageContaining("Group " + (at / 6 + 1) + " ");
            }
        }
    }

    @Test
    void neighborsAndGroupsThatChangedPlacesAreTold() {
        var printed = RecoveryKey.create().printed();
        var groups = printed.split("-");

        for (int at = 0; at + 1 < printed.length(); at++) {
            var swapped = new StringBuilder(printed);
            swapped.setCharAt(at, printed.charAt(at + 1));
            swapped.setCharAt(at + 1, printed.charAt(at));
            if (printed.charAt(at) != printed.charAt(at + 1)
                    && printed.charAt(at) != '-'
                    && printed.charAt(at + 1) != '-') {
                assertThatThrownBy(() -> RecoveryKey.of(swapped.toString()))
                        .isInstanceOf(RecoveryText.Mistyped.class);
            }
        }
        for (int group = 0; group + 1 < groups.length; group++) {
            var typed = groups.clone();
            typed[group] = groups[group + 1];
            typed[group + 1] = groups[group];

            assertThatThrownBy(() -> RecoveryKey.of(String.join("-", typed)))
                    .hasMessageContaining("Group " + (group + 1) + " ");
        }
    }

    @Test
    void aGroupTooFewIsTold() {
        var printed = RecoveryKey.create().printed();

        assertThatThrownBy(() -> RecoveryKey.of(printed.substring(6)))
                .hasMessageContaining("65 in all; this has 60");
        assertThatThrownBy(() -> RecoveryKey.of("")).hasMessageContaining("this has 0");
    }

    @Test
    void aKeyUnwrapsUnderItsNameAndWithItsRecoveryKeyAlone() throws Exception {
        var recovery = RecoveryKey.create();
        var key = new FileKey("here", new byte[32], new byte[0]);
        var wrapped = recovery.recipient().wrap(key, "one");

        assertThat(recovery.unwrap(wrapped, "one", "here").bytes()).isEqualTo(key.bytes());

        assertThatThrownBy(() -> recovery.unwrap(wrapped, "other", "here"))
                .isInstanceOf(SealBroken.class);
        assertThatThrownBy(() -> RecoveryKey.create().unwrap(wrapped, "one", "here"))
                .isInstanceOf(SealBroken.class);
    }
}
