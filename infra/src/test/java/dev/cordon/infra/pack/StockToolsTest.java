package dev.cordon.infra.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gov.loc.repository.bagit.exceptions.CorruptChecksumException;
import gov.loc.repository.bagit.reader.BagReader;
import gov.loc.repository.bagit.verify.BagVerifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that are not ours say the same. */
class StockToolsTest {

    @TempDir Path folder;

    @BeforeEach
    void unpacked() throws IOException, InterruptedException {
        needed("unzip");
        Files.write(folder.resolve("package.zip"), TamperCorpus.untouched());
        assertThat(run("unzip", "-q", "package.zip", "-d", "bag")).isZero();
    }

    @Test
    void sha256sumChecksBothManifests() throws IOException, InterruptedException {
        assertThat(inBag("sha256sum", "-c", "--strict", "manifest-sha256.txt")).isZero();
        assertThat(inBag("sha256sum", "-c", "--strict", "tagmanifest-sha256.txt")).isZero();

        Files.writeString(folder.resolve("bag").resolve(MadePackage.PAGE), "another page");

        assertThat(inBag("sha256sum", "-c", "--strict", "manifest-sha256.txt")).isNotZero();
        assertThat(inBag("sha256sum", "-c", "--strict", "tagmanifest-sha256.txt")).isZero();
    }

    @Test
    void opensslChecksTheTimeStamp() throws Exception {
        needed("openssl");
        Files.write(folder.resolve("root.der"), TamperCorpus.made().authority.root());
        run("openssl", "x509", "-inform", "DER", "-in", "root.der", "-out", "root.pem");

        assertThat(verified(MadePackage.STAMPED)).isZero();
        assertThat(verified("ledger/checkpoint")).isNotZero();
    }

    @Test
    void theValidatorOfTheLibraryOfCongressTakesTheBag() throws Exception {
        var folder = this.folder.resolve("bag");
        try (var verifier = new BagVerifier()) {
            var bag = new BagReader().read(folder);

            verifier.isComplete(bag, false);
            verifier.isValid(bag, false);
            assertThat(bag.getPayLoadManifests()).hasSize(1);
            assertThat(bag.getTagManifests()).hasSize(1);

            var log = Files.readAllBytes(folder.resolve(MadePackage.LOG));
            log[7] ^= 1;
            Files.write(folder.resolve(MadePackage.LOG), log);

            assertThatThrownBy(() -> verifier.isValid(bag, false))
                    .isInstanceOf(CorruptChecksumException.class);
        }
    }

    private int verified(String data) throws IOException, InterruptedException {
        return inBag(
                "openssl",
                "ts",
                "-verify",
                "-data",
                data,
                "-in",
                MadePackage.TOKEN,
                "-CAfile",
                "../root.pem");
    }

    private static void needed(String program) throws IOException, InterruptedException {
        boolean there =
                new ProcessBuilder("sh", "-c", "command -v " + program).start().waitFor() == 0;
        Assumptions.assumeTrue(there, program + " is not installed");
    }

    private int inBag(String... command) throws IOException, InterruptedException {
        return run(folder.resolve("bag"), List.of(command));
    }

    private int run(String... command) throws IOException, InterruptedException {
        return run(folder, List.of(command));
    }

    private int run(Path where, List<String> command) throws IOException, InterruptedException {
        var process =
                new ProcessBuilder(command)
                        .directory(where.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("said").toFile())
                        .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}
