package dev.cordon.infra.pack;

import dev.cordon.domain.evidence.pack.Finding.What;
import dev.cordon.infra.pack.TamperCorpus.Row;
import java.util.stream.Stream;

/** Contents changed, dropped, put in and swapped. */
final class TamperedContents {

    private TamperedContents() {}

    static Stream<Row> rows() {
        var log = MadePackage.LOG;
        var page = MadePackage.PAGE;
        return Stream.of(
                TamperCorpus.files(
                        "flip a byte of a content", What.FILE_ALTERED, log, t -> t.flip(log, 9)),
                TamperCorpus.hidden(
                        "flip a byte and hash again",
                        What.CONTENT_DIFFERS,
                        log,
                        t -> t.flip(log, 9)),
                TamperCorpus.files(
                        "drop a content", What.FILE_MISSING, log, t -> t.files.remove(log)),
                TamperCorpus.hidden(
                        "drop it and hash again", What.FILE_MISSING, log, t -> t.files.remove(log)),
                TamperCorpus.files(
                        "insert a file",
                        What.FILE_NOT_LISTED,
                        "data/EV-0004/x",
                        t -> t.files.put("data/EV-0004/x", new byte[3])),
                TamperCorpus.hidden(
                        "insert a file and hash again",
                        What.FILE_ADDED,
                        "data/EV-0004/x",
                        t -> t.files.put("data/EV-0004/x", new byte[3])),
                TamperCorpus.files(
                        "swap two contents", What.FILE_ALTERED, page, t -> t.swap(log, page)),
                TamperCorpus.hidden(
                        "swap two contents and hash again",
                        What.CONTENT_SWAPPED,
                        log,
                        t -> t.swap(log, page)));
    }
}
