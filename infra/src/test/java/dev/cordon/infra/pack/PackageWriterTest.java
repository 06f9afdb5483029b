package dev.cordon.infra.pack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.application.evidence.PackageWriter.Draft;
import dev.cordon.domain.evidence.pack.PackedCustody;
import dev.cordon.domain.evidence.pack.PackedItem;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackageWriterTest {

    private static final PackedCustody MADE = TamperCorpus.made().custody;

    @ParameterizedTest
    @CsvSource({
        "access.log, access.log",
        "'', _",
        "., _",
        "../../etc/passwd, __.._etc_passwd",
        ".htaccess, _htaccess",
        "-rf, _rf",
        "a b\u0000c.txt, a_b_c.txt",
        "name., name_",
        "CON, _CON",
        "nul.txt, _nul.txt",
        "contact.txt, contact.txt",
        "Prüfung.pdf, Pr_fung.pdf"
    })
    void aNameIsOneThatNoSystemTakesForAnythingElse(String name, String safe) {
        assertThat(PackedItem.path("EV-0001", name)).isEqualTo("data/EV-0001/" + safe);
    }

    @Test
    void whateverAFileWasCalledAPackageMayHoldIt() {
        var random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            var name = new StringBuilder();
            for (int length = random.nextInt(300); length > 0; length--) {
                name.appendCodePoint(
                        random.nextBoolean() ? random.nextInt(128) : random.nextInt(0xd800));
            }

            var path = PackedItem.path("EV-0001", name.toString());

            assertThat(NamesInPackages.mayBe(path)).as(path).isTrue();
            assertThat(path).startsWith("data/EV-0001/");
        }
    }

    @Test
    void wordsOfPeopleStayOnTheirLineAndAreNotReadAgain() {
        var head = MADE.head();
        var hostile =
                new PackedCustody.Head(
                        head.id(),
                        head.incident(),
                        head.incidentId(),
                        head.store(),
                        "Shop\nPayload-Oxum: 1.1",
                        head.by(),
                        head.at(),
                        "{incident} %s $1 \r\nBagging-Date: 1970-01-01",
                        "{nobody}");
        var writer = new ZipPackageWriter(List.of(new BagInfo(), new HowToCheck()));

        var stated =
                writer.state(new Draft(hostile, MADE.items(), Map.of(), List.of("EV-0004"), "key"));

        var info = new String(stated.beside().get("bag-info.txt"), UTF_8);
        assertThat(info.lines().filter(line -> line.startsWith("Payload-Oxum"))).hasSize(1);
        assertThat(info.lines().filter(line -> line.startsWith("Bagging-Date"))).hasSize(1);
        assertThat(info).contains("not in it, as disposed of before: EV-0004");
        assertThat(new String(stated.beside().get("README.txt"), UTF_8))
                .contains("For         {nobody}")
                .contains("{incident} %s $1  Bagging-Date")
                .contains("Nicht enthalten, da vorher vernichtet: EV-0004");
        assertThat(writer.read(stated).head()).isEqualTo(hostile);
    }
}
