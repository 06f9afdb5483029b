package dev.cordon.infra.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cordon.domain.evidence.pack.Finding;
import dev.cordon.domain.evidence.pack.Finding.What;
import dev.cordon.domain.evidence.pack.Trusted;
import dev.cordon.domain.evidence.pack.Verdict;
import dev.cordon.infra.pack.TestAuthority.Between;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Authorities with certificates between their root and the one that signs, as real ones have. */
class StampChainTest {

    @TempDir private Path folder;

    /**
     * A package stamped over such certificates.
     *
     * @param fault what has to be said; null if it is well
     */
    record Row(Between between, @Nullable What fault) {
        MadePackage made() throws Exception {
            return new MadePackage(new LedgerInHand(), new TestAuthority("Chained", between));
        }

        @Override
        public String toString() {
            return between.toString();
        }
    }

    static Stream<Row> rows() {
        return Stream.of(Between.values()).map(between -> new Row(between, fault(between)));
    }

    private static @Nullable What fault(Between between) {
        return switch (between) {
            case ONE, TWO, ONE_THAT_ENDED_SINCE -> null;
            case ONE_THAT_HAD_ENDED, ONE_THAT_HAD_NOT_BEGUN, NOTHING_BUT_THE_SIGNER_HAD_ENDED ->
                    What.STAMP_OUT_OF_TIME;
            case ONE_THAT_IS_NO_AUTHORITY,
                    ONE_THAT_MAY_SIGN_NO_CERTIFICATES,
                    ONE_THAT_IS_NOT_CARRIED,
                    TWO_WHERE_ONE_IS_THE_LAST ->
                    What.STAMP_BY_UNKNOWN;
        };
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aChainIsFollowedAsItWasWhenItStampedAndItsFaultIsNamed(Row row) throws Exception {
        var made = row.made();

        var verdict = check(made, made.authority.root());

        assertThat(Packed.findings(verdict))
                .extracting(Finding::what)
                .containsExactlyElementsOf(row.fault() == null ? List.of() : List.of(row.fault()));
    }

    /** A program that is not ours, asked about the time of the stamp. */
    @ParameterizedTest
    @MethodSource("rows")
    void opensslSaysTheSame(Row row) throws Exception {
        var made = row.made();

        assertThat(isVerified(made)).isEqualTo(row.fault() == null);
    }

    @ParameterizedTest
    @EnumSource(names = "ONE_THAT_IS_NOT_CARRIED")
    void whatATokenDoesNotCarryTheReaderCanAdd(Between between) throws Exception {
        var made = new MadePackage(new LedgerInHand(), new TestAuthority("Chained", between));
        Files.write(folder.resolve("between.der"), made.authority.left());
        run("openssl", "x509", "-inform", "DER", "-in", "between.der", "-out", "between.pem");

        assertThat(isVerified(made, "-untrusted", "between.pem")).isTrue();
        assertThat(Packed.findings(check(made, made.authority.left()))).isEmpty();
    }

    private static Verdict check(MadePackage made, byte[] root) throws Exception {
        return Packed.check(
                made.bytes,
                new Trusted(made.ledger.fingerprint(), null),
                TimeStampTokens.certificates(root));
    }

    private boolean isVerified(MadePackage made, String... with) throws Exception {
        var files = new Tampering(made.bytes).files;
        Files.write(folder.resolve("stamped"), files.get(MadePackage.STAMPED));
        Files.write(folder.resolve("token"), files.get(MadePackage.TOKEN));
        Files.write(folder.resolve("root.der"), made.authority.root());
        run("openssl", "x509", "-inform", "DER", "-in", "root.der", "-out", "root.pem");
        var command =
                new ArrayList<>(
                        List.of("openssl", "ts", "-verify", "-data", "stamped", "-in", "token"));
        command.addAll(List.of("-CAfile", "root.pem", "-attime"));
        command.add(Long.toString(MadePackage.NOON.getEpochSecond()));
        command.addAll(List.of(with));
        return run(command.toArray(String[]::new)) == 0;
    }

    private int run(String... command) throws IOException, InterruptedException {
        assumeTrue(
                new ProcessBuilder("sh", "-c", "command -v openssl").start().waitFor() == 0,
                "openssl is not installed");
        var process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("said").toFile())
                        .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}
