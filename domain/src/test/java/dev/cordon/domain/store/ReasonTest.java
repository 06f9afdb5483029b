package dev.cordon.domain.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReasonTest {

    @Test
    void whatWasRecordedIsReadWithItsCodeAndWhatFillsItsSentence() {
        var reason = Reason.of(new StoreFailure.ServerError(503));

        var read = Reason.read(reason.recorded());

        assertThat(read.code()).isEqualTo("ServerError");
        assertThat(read.detail()).isEqualTo("503");
        assertThat(read.why()).isEqualTo(new StoreFailure.ServerError(503).sentence());
    }

    @Test
    void aSentenceThatIsOlderThanCodesIsReadAsItIs() {
        assertThat(Reason.read("The store failed."))
                .isEqualTo(Reason.said("The store failed.", ""));
    }

    @Test
    void whatAStoreSaysCannotPassForACode() {
        var reason = Reason.of(new StoreFailure.NotUnderstood("x\u001fWrongKey\u001fy"));

        assertThat(Reason.read(reason.recorded()).code()).isEqualTo("NotUnderstood");
    }
}
