package dev.cordon.infra.pack;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cordon.domain.evidence.pack.Finding.What;
import dev.cordon.infra.pack.TamperCorpus.Row;
import java.util.stream.Stream;

/** What lies beside the contents, changed: report, verifier, manifests, time-stamps. */
final class TamperedBag {

    private TamperedBag() {}

    static Stream<Row> rows() {
        return Stream.of(
                TamperCorpus.hidden(
                        "replace the report",
                        What.FILE_REPLACED,
                        "report.pdf",
                        t -> t.files.put("report.pdf", "%PDF-1.7 all was well".getBytes(UTF_8))),
                TamperCorpus.hidden(
                        "replace the verifier",
                        What.FILE_REPLACED,
                        "verify.html",
                        t -> t.files.put("verify.html", "always intact".getBytes(UTF_8))),
                TamperCorpus.hidden(
                        "change what the bag says of itself",
                        What.FILE_REPLACED,
                        "bag-info.txt",
                        t -> t.flip("bag-info.txt", 3)),
                TamperCorpus.hidden(
                        "change the declaration",
                        What.FILE_ALTERED,
                        "bagit.txt",
                        t -> t.text("bagit.txt", s -> s.replace("1.0", "0.97"))),
                TamperCorpus.files(
                        "spoil a manifest",
                        What.MANIFEST_MALFORMED,
                        "tagmanifest-sha256.txt",
                        t ->
                                t.text(
                                        "tagmanifest-sha256.txt",
                                        s -> s.replace("  report", " report"))),
                TamperCorpus.hidden(
                        "edit a time-stamp",
                        What.FILE_REPLACED,
                        MadePackage.TOKEN,
                        t -> t.flip(MadePackage.TOKEN, t.files.get(MadePackage.TOKEN).length - 9)),
                TamperCorpus.hidden(
                        "drop the time-stamps",
                        What.FILE_MISSING,
                        MadePackage.TOKEN,
                        t -> {
                            t.files.remove(MadePackage.TOKEN);
                            t.files.remove(MadePackage.STAMPED);
                        }));
    }
}
