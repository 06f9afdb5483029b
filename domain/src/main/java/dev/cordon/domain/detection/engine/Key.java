package dev.cordon.domain.detection.engine;

import dev.cordon.domain.detection.log.Address;
import dev.cordon.domain.detection.match.Hashes;
import dev.cordon.domain.detection.state.StateReader;
import dev.cordon.domain.detection.state.StateWriter;

/**
 * What a group's events share.
 *
 * @param address whether it is an address, and nothing else
 */
record Key(long high, long low, boolean address) {

    /** Of the whole store. */
    static final Key STORE = new Key(0, 0, false);

    static Key of(Address address) {
        return new Key(address.high(), address.low(), true);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Key key
                && key.low == low
                && key.high == high
                && key.address == address;
    }

    @Override
    public int hashCode() {
        return (int) (Hashes.mixed(Hashes.mixed(high, address ? 1 : 0), low) >>> 16);
    }

    @Override
    public String toString() {
        return address ? new Address(high, low).toString() : Long.toHexString(high);
    }

    void save(StateWriter to) {
        to.number(high);
        to.number(low);
        to.flag(address);
    }

    static Key restored(StateReader from) {
        return new Key(from.number(), from.number(), from.flag());
    }
}
