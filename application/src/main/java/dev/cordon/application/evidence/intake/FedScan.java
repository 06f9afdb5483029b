package dev.cordon.application.evidence.intake;

import dev.cordon.domain.evidence.intake.CardScan;

/** Counts card numbers in bytes that come one after the other. */
final class FedScan {

    private final CardScan scan = new CardScan(false);

    void add(byte[] bytes, int length) {
        for (int from = 0; from < length; ) {
            int some = Math.min(scan.room(), length - from);
            System.arraycopy(bytes, from, scan.window(), scan.end(), some);
            from += some;
            look(some, false);
        }
    }

    void add(byte one) {
        scan.window()[scan.end()] = one;
        look(1, false);
    }

    /** How many there were; nothing comes after that. */
    long end() {
        look(0, true);
        return scan.found();
    }

    private void look(int added, boolean last) {
        scan.added(added, last);
        scan.taken(scan.looked() - scan.ready());
    }
}
