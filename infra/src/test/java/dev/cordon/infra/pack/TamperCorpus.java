package dev.cordon.infra.pack;

import dev.cordon.domain.evidence.pack.Finding.What;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** What somebody may do to a package without the key, and how it has to be named. */
public final class TamperCorpus {

    private static final MadePackage MADE = new MadePackage(new LedgerInHand());

    /**
     * @param verdict {@code broken}, {@code unreadable} or {@code signer-unknown}
     * @param what the finding; empty for a package whose signer is unknown
     * @param where which file or link it names
     */
    public record Row(String change, byte[] file, String verdict, String what, String where) {
        @Override
        public String toString() {
            return change;
        }
    }

    private TamperCorpus() {}

    public static byte[] untouched() {
        return MADE.bytes;
    }

    public static String fingerprint() {
        return MADE.ledger.fingerprint();
    }

    /** Of the authority that stamped it. */
    public static byte[] root() throws Exception {
        return MADE.authority.root();
    }

    static MadePackage made() {
        return MADE;
    }

    public static Stream<Row> rows() {
        return Stream.of(
                        TamperedContents.rows(),
                        TamperedCustody.rows(),
                        TamperedChains.rows(),
                        TamperedLedger.rows(),
                        TamperedBag.rows(),
                        TamperedZip.rows(),
                        TamperedFacts.rows())
                .flatMap(rows -> rows);
    }

    static Row files(String change, What what, String where, Consumer<Tampering> by) {
        return raw(
                change,
                what,
                where,
                tampering -> {
                    by.accept(tampering);
                    return tampering.zip();
                });
    }

    static Row hidden(String change, What what, String where, Consumer<Tampering> by) {
        return raw(
                change,
                what,
                where,
                tampering -> {
                    by.accept(tampering);
                    return tampering.rehash().zip();
                });
    }

    static Row raw(String change, What what, String where, Function<Tampering, byte[]> by) {
        return new Row(change, by.apply(new Tampering(MADE.bytes)), "broken", what.name(), where);
    }

    /** What is not even looked into. */
    static Row refused(String change, What what, String where, Function<Tampering, byte[]> by) {
        var file = by.apply(new Tampering(MADE.bytes));
        return new Row(change, file, "unreadable", what.name(), where);
    }

    static Row unreadable(String change, What what, byte[] file) {
        return new Row(change, file, "unreadable", what.name(), "package");
    }
}
