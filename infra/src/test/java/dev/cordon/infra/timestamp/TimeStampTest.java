package dev.cordon.infra.timestamp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cordon.application.evidence.TimeStampAuthority.Answer;
import dev.cordon.application.evidence.TimeStamps;
import dev.cordon.domain.evidence.ledger.Anchor;
import dev.cordon.domain.evidence.ledger.Anchor.Flaw;
import dev.cordon.domain.evidence.ledger.SignedCheckpoint;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.infra.folder.OwnerOnly;
import dev.cordon.infra.timestamp.Tsa.Trick;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A real authority over HTTP, and what it might do. */
class TimeStampTest {

    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final SignedCheckpoint NOTE =
            new SignedCheckpoint(7, "cordon/ledger/x\n7\nAAAA\n\n— cordon/ledger/x AAAA\n");

    @TempDir Path folder;
    private Tsa tsa;

    @BeforeEach
    void start() {
        tsa = new Tsa(folder, NOW);
    }

    @AfterEach
    void stop() {
        tsa.close();
    }

    @Test
    void aTokenSaysWhenAndIsTakenAgainWhenItIsChecked() {
        var stamps = tsa.stamps();

        var anchor = anchor(stamps);

        assertThat(anchor.at()).isEqualTo(NOW);
        assertThat(stamps.check(anchor, Anchor.imprint(NOTE))).isEmpty();
        assertThat(stamps.check(anchor, Sha256.of(new byte[1]))).contains(Flaw.WRONG_IMPRINT);
        assertThat(stamps.check(edited(anchor), Anchor.imprint(NOTE)))
                .contains(Flaw.WRONG_SIGNATURE);
        assertThat(stamps.check(at(anchor, NOW.plusSeconds(1)), Anchor.imprint(NOTE)))
                .contains(Flaw.WRONG_TIME);
    }

    @ParameterizedTest
    @CsvSource({
        "ANSWERS_WITH_503, NO_ANSWER",
        "ANSWERS_WITH_A_PAGE, MALFORMED",
        "SENDS_WITHOUT_END, NO_ANSWER",
        "NEVER_ANSWERS, NO_ANSWER",
        "REDIRECTS, NO_ANSWER",
        "REFUSES, REFUSED",
        "ANSWERS_ANOTHER_REQUEST, WRONG_NONCE",
        "STAMPS_ANOTHER_DIGEST, WRONG_IMPRINT",
        "HAS_ANOTHER_ROOT, NOT_TRUSTED",
        "SIGNS_WITH_A_SERVERS_CERTIFICATE, WRONG_CERTIFICATE",
        "EDITS_WHAT_IT_SIGNED, WRONG_SIGNATURE"
    })
    void whatIsNoTimeStampIsNamed(Trick trick, Flaw flaw) {
        tsa.does(trick);

        var answer = stamp(tsa.stamps());

        assertThat(answer).isInstanceOf(Answer.Failed.class);
        assertThat(((Answer.Failed) answer).why()).as(answer.toString()).isEqualTo(flaw);
    }

    @Test
    void anotherPolicyThanTheOneAskedForIsNotTaken() {
        tsa.does(Trick.STAMPS_UNDER_ITS_OWN_POLICY);

        var same = stamp(tsa.stamps("", Tsa.POLICY.getId(), true));
        var other = stamp(tsa.stamps("", "1.2.3.4", true));

        assertThat(same).isInstanceOf(Answer.Stamped.class);
        assertThat(((Answer.Failed) other).why()).isEqualTo(Flaw.WRONG_POLICY);
    }

    @Test
    void anAuthorityInAPrivateNetworkIsNotAsked() {
        var answer = stamp(tsa.stamps("", "", false));

        assertThat(((Answer.Failed) answer).why()).isEqualTo(Flaw.NO_ANSWER);
        assertThat(tsa.authorizations()).isEmpty();
    }

    @Test
    void credentialsComeFromAFileThatNobodyElseReads() throws IOException {
        var file = folder.resolve("authorization");
        OwnerOnly.write(file, "Bearer secret\n");

        var answer = stamp(tsa.stamps(file.toString(), "", true));

        assertThat(answer).isInstanceOf(Answer.Stamped.class);
        assertThat(tsa.authorizations()).containsExactly("Bearer secret");
    }

    @Test
    void rootsThatCannotBeReadKeepTheProgramFromStarting() throws IOException {
        Files.writeString(tsa.roots(), "no certificate");

        assertThatThrownBy(tsa::stamps).hasMessageContaining("CORDON_TSA_ROOTS");
    }

    /** By a program that is not ours, with the note, the token and the root alone. */
    @Test
    void opensslVerifiesTheTokenWithTheNoteAndTheRoot() throws Exception {
        assumeTrue(openssl("version") == 0, "no openssl on this machine");
        var note = Files.writeString(folder.resolve("note"), NOTE.note());
        var other = Files.writeString(folder.resolve("other"), NOTE.note() + " ");
        var token =
                Files.write(
                        folder.resolve("token"),
                        Base64.getDecoder().decode(anchor(tsa.stamps()).token()));

        assertThat(verified(note, token)).isZero();
        assertThat(verified(other, token)).isNotZero();
    }

    private int verified(Path note, Path token) throws Exception {
        return openssl(
                "ts",
                "-verify",
                "-data",
                note.toString(),
                "-in",
                token.toString(),
                "-token_in",
                "-CAfile",
                tsa.roots().toString());
    }

    private static int openssl(String... arguments) throws InterruptedException {
        var command = new java.util.ArrayList<>(java.util.List.of("openssl"));
        command.addAll(java.util.List.of(arguments));
        try {
            var process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        } catch (IOException missing) {
            return -1;
        }
    }

    private static Answer stamp(TimeStamps stamps) {
        return stamps.authorities().getFirst().stamp(Anchor.imprint(NOTE));
    }

    private static Anchor anchor(TimeStamps stamps) {
        var stamped = (Answer.Stamped) stamp(stamps);
        return new Anchor(7, "tsa", stamped.at(), stamped.token());
    }

    private static Anchor edited(Anchor anchor) {
        var token = Base64.getDecoder().decode(anchor.token());
        token[token.length - 1] ^= 1;
        return new Anchor(
                anchor.size(),
                anchor.authority(),
                anchor.at(),
                Base64.getEncoder().encodeToString(token));
    }

    private static Anchor at(Anchor anchor, Instant at) {
        return new Anchor(anchor.size(), anchor.authority(), at, anchor.token());
    }
}
