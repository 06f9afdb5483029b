package dev.cordon.application.detection;

import dev.cordon.application.stereotype.Queries;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.domain.detection.AddressFacts;
import dev.cordon.domain.detection.Country;
import dev.cordon.domain.detection.Finding;
import dev.cordon.domain.detection.log.Address;
import dev.cordon.domain.people.Permission;
import java.util.HashMap;
import java.util.Map;

/** Where attacking addresses are used, for those who may read alerts. */
@Queries
public class CountryQueries {

    private final AddressCountries countries;

    CountryQueries(AddressCountries countries) {
        this.countries = countries;
    }

    /** The countries of a finding's addresses; addresses without a known one are not in it. */
    @Requires(Permission.ALERT_READ)
    public Map<Address, Country> of(Finding finding) {
        var known = new HashMap<Address, Country>();
        finding.addresses().stream()
                .map(AddressFacts::address)
                .forEach(each -> countries.of(each).ifPresent(of -> known.put(each, of)));
        return Map.copyOf(known);
    }
}
