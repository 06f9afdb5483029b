package dev.cordon.ui.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.application.evidence.EvidenceStage.NoRoom;
import dev.cordon.application.evidence.EvidenceVault.TooLarge;
import dev.cordon.application.evidence.EvidenceVault.Unavailable;
import dev.cordon.application.evidence.EvidenceVault.Unreadable;
import dev.cordon.ui.kernel.Words;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FailuresTest {

    private static final List<IOException> ALL =
            List.of(
                    new NoRoom(3_000_000_000L, 1_200_000),
                    new TooLarge(20L << 30),
                    new Unavailable("the bucket said 503", new IOException()),
                    new Unreadable("ab/cd.sealed", 65_536, null),
                    new IOException("disk on fire"));

    @Test
    void theViewerReadsTheirLanguageAlone() {
        var german = Words.of(Locale.GERMAN);

        assertThat(ALL.stream().map(failure -> Failures.text(german, failure)))
                .satisfiesExactly(
                        full -> assertThat(full).contains("braucht dafür 3,0 GB", "1,2 MB frei"),
                        large -> assertThat(large).contains("größer als 20 GiB"),
                        silent -> assertThat(silent).contains("antwortet nicht"),
                        damaged -> assertThat(damaged).contains("ab/cd.sealed", "Byte 65.536"),
                        other -> assertThat(other).contains("das Protokoll des Servers"));
    }

    @Test
    void noOtherProgramsWordsAreShown() {
        for (var language : Words.LANGUAGES) {
            for (var failure : ALL) {
                assertThat(Failures.text(Words.of(language), failure))
                        .doesNotContain(String.valueOf(failure.getMessage()), "503", "fire")
                        .endsWith(".");
            }
        }
    }
}
