package dev.cordon.infra.vault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.application.evidence.EvidenceVault.Destroyed;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the sweep takes out of an encrypted vault, and what stays whatever happens. */
abstract class SweptVaultContract extends OpenedVault {

    @Test
    void contentThatNoItemStandsOnGoesAfterADayAndNoOtherOne() throws IOException {
        var recorded = vault.store(ONE, bytes("recorded"), 100).content();
        var nobodys = vault.store(ONE, bytes("nobody's"), 100).content();
        age(Duration.ofHours(23));
        assertThat(vault.sweep(now().minus(DAY), NOTHING)).isZero();
        age(Duration.ofHours(2));
        var fresh = vault.store(OTHER, bytes("of a collect in flight"), 100).content();

        int swept = another().sweep(now().minus(DAY), (_, content) -> content.equals(recorded));

        assertThat(swept).isEqualTo(1);
        assertThat(vault.rehash(ONE, recorded)).contains(recorded);
        assertThat(vault.rehash(OTHER, fresh)).contains(fresh);
        assertThat(vault.rehash(ONE, nobodys)).isEmpty();
        assertThat(contentNames()).hasSize(2);
        assertThat(keyNames()).hasSize(2);
    }

    @Test
    void whatAnItemStoodOnIsNeverSweptButNamedUntilAnItemStandsOnItAgain() throws IOException {
        var recorded = vault.store(ONE, bytes("recorded"), 100).content();
        var nobodys = vault.store(ONE, bytes("nobody's"), 100).content();
        vault.recorded(ONE, recorded);
        vault.recorded(ONE, recorded);
        vault.recorded(OTHER, recorded);
        age(DAY.multipliedBy(2));

        int swept = another().sweep(now().minus(DAY), NOTHING);

        assertThat(swept).isEqualTo(1);
        assertThat(vault.rehash(ONE, recorded)).contains(recorded);
        assertThat(vault.rehash(ONE, nobodys)).isEmpty();
        assertThat(vault.forgotten(NOTHING))
                .singleElement()
                .satisfies(one -> assertThat(one.incident()).isEqualTo(ONE))
                .satisfies(one -> assertThat(one.content()).isEqualTo(recorded))
                .satisfies(one -> assertThat(one.file()).contains(keyNames().getFirst()));
        assertThat(vault.forgotten((_, content) -> content.equals(recorded))).isEmpty();
    }

    @Test
    void contentOfEarlierBuildsIsNotedOnceItIsSeenToHaveAnItem() throws IOException {
        var recorded = vault.store(ONE, bytes("recorded"), 100).content();
        var nobodys = vault.store(ONE, bytes("nobody's"), 100).content();

        assertThat(vault.forgotten((_, content) -> content.equals(recorded))).isEmpty();

        age(DAY.multipliedBy(2));
        assertThat(vault.sweep(now().minus(DAY), NOTHING)).isEqualTo(1);
        assertThat(vault.rehash(ONE, recorded)).contains(recorded);
        assertThat(vault.rehash(ONE, nobodys)).isEmpty();
    }

    @Test
    void thatAnItemStoodOnItOutlivesNewKeysAndTheSameContentComingInAnew() throws IOException {
        var recorded = vault.store(ONE, bytes("recorded"), 100).content();
        vault.recorded(ONE, recorded);
        vault.store(ONE, bytes("recorded"), 100);
        new VaultRecoveryKeys(shelf(), keys()).create(_ -> {});
        new ShelvedKeys(shelf()).each((_, wrapped, _, replacing) -> replacing.with(wrapped));
        remove(recorded);
        vault.store(ONE, bytes("recorded"), 100);
        age(DAY.multipliedBy(2));

        assertThat(vault.sweep(now().minus(DAY), NOTHING)).isZero();

        assertThat(vault.rehash(ONE, recorded)).contains(recorded);
    }

    @Test
    void whatAnItemStoodOnIsDestroyedLikeAnyOther() throws IOException {
        var recorded = vault.store(ONE, bytes("recorded"), 100).content();
        vault.recorded(ONE, recorded);

        assertThat(vault.destroy(ONE, recorded)).isEqualTo(Destroyed.KEY_AND_BYTES);
        vault.recorded(ONE, recorded);

        assertThat(vault.forgotten(NOTHING)).isEmpty();
        assertThat(contentNames()).isEmpty();
        assertThat(keyNames()).isEmpty();
    }

    @Test
    void whatIsNotedWhileTheSweepDecidesStays() throws IOException {
        var stored = vault.store(ONE, bytes("line"), 100).content();
        age(DAY.multipliedBy(2));

        int swept =
                another()
                        .sweep(
                                now().minus(DAY),
                                (incident, content) -> {
                                    vault.recorded(incident, content);
                                    return false;
                                });

        assertThat(swept).isZero();
        assertThat(vault.rehash(ONE, stored)).contains(stored);
    }

    @Test
    void equalContentThatComesInAnewIsNotSweptEvenBetweenQuestionAndDeed() throws IOException {
        var stored = vault.store(ONE, bytes("line"), 100).content();
        age(DAY.multipliedBy(2));

        int swept =
                another()
                        .sweep(
                                now().minus(DAY),
                                (_, _) -> {
                                    vault.store(ONE, bytes("line"), 100);
                                    return false;
                                });

        assertThat(swept).isZero();
        assertThat(vault.rehash(ONE, stored)).contains(stored);
    }

    @Test
    void bytesWhoseKeyIsLostStayAsLongAsAnItemNeedsThem() throws IOException {
        vault.store(ONE, bytes("line"), 100);
        loseKey(keyNames().getFirst());
        age(DAY.multipliedBy(2));

        assertThat(vault.sweep(now().minus(DAY), (_, _) -> true)).isZero();
        assertThat(contentNames()).hasSize(1);

        assertThat(vault.sweep(now().minus(DAY), NOTHING)).isEqualTo(1);
        assertThat(contentNames()).isEmpty();
    }
}
