package dev.cordon.infra.crypto;

import java.util.Base64;

/**
 * Encrypts under the master key itself, for what has to open while the database is away: the keys
 * of subjects lie there.
 */
public final class DoorKey {

    private final MasterKey master;

    /** What is sealed for a place is bound to. */
    public static byte[] bound(String place) {
        return MasterKey.atDoor(place);
    }

    DoorKey(MasterKey master) {
        this.master = master;
    }

    /**
     * Encrypts a text for one place; it opens there and nowhere else.
     *
     * @param place {@code payment_secret/ID}
     * @return Base64
     */
    public String seal(String place, String text) {
        return Base64.getEncoder().encodeToString(master.seal(place, text));
    }

    /**
     * @throws DataKey.Tampered if it was changed, or belongs to another place
     */
    public String open(String place, String sealed) {
        try {
            return master.open(place, Base64.getDecoder().decode(sealed));
        } catch (IllegalArgumentException e) {
            throw new DataKey.Tampered(place, e);
        }
    }
}
