package dev.cordon.domain.detection;

import java.util.Comparator;
import java.util.List;

/**
 * Who attacked, as far as a log shows it.
 *
 * @param addresses the attacking addresses, the earliest first
 * @param unlisted attacking addresses beyond the limit of the list
 * @param accounts the accounts that were attacked or used, where the log names them
 * @param logins logins of attacking addresses that the store accepted, the earliest first
 * @param otherLogins accepted logins of other addresses meanwhile: most likely customers, though a
 *     log cannot prove it
 */
public record Attackers(
        List<AddressFacts> addresses,
        int unlisted,
        List<String> accounts,
        List<SuccessfulLogin> logins,
        int otherLogins) {

    public Attackers {
        addresses =
                addresses.stream()
                        .sorted(
                                Comparator.comparing(AddressFacts::firstSeen)
                                        .thenComparing(AddressFacts::address))
                        .toList();
        accounts = List.copyOf(accounts);
        logins =
                logins.stream()
                        .sorted(
                                Comparator.comparing(SuccessfulLogin::at)
                                        .thenComparing(SuccessfulLogin::address))
                        .toList();
    }
}
