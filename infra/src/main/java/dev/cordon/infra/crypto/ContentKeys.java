package dev.cordon.infra.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Makes the keys of evidence, one for each content. Such a key lies beside what it opens, never in
 * it: whoever deletes it has shredded the content, also where the storage lets nobody delete bytes.
 * It is wrapped by the master key and, once there is one, for the recovery key.
 */
public final class ContentKeys {

    private static final SecureRandom CHANCE = new SecureRandom();
    private static final int LENGTH = 32;
    private static final String RECOVERY = "recovery-key";

    private final Aead master;
    private final int primary;

    /**
     * @param primary the id of the master key that wraps now, as Tink writes it before what it
     *     wrapped
     */
    ContentKeys(Aead master, int primary) {
        this.master = master;
        this.primary = primary;
    }

    /**
     * A new key that nobody else knows yet.
     *
     * @param place what its records are bound to; they open nowhere else
     */
    public FileKey fresh(String place) {
        var key = new byte[LENGTH];
        CHANCE.nextBytes(key);
        return new FileKey(place, key, new byte[0]);
    }

    /**
     * Wraps a key so that it can be kept.
     *
     * @param name what it opens; it unwraps under no other
     */
    public WrappedKey wrap(FileKey key, String name, @Nullable RecoveryRecipient recovery) {
        try {
            var wrapped = master.encrypt(key.bytes(), bound(name));
            var forMaster = Base64.getEncoder().encodeToString(wrapped);
            return recovery == null
                    ? new WrappedKey(forMaster, null, null)
                    : new WrappedKey(forMaster, recovery.id(), recovery.wrap(key, name));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot wrap the key of " + name, e);
        }
    }

    /**
     * @throws SealBroken if it was changed, is for another content or under another master key
     */
    public FileKey unwrap(WrappedKey wrapped, String name, String place) throws SealBroken {
        try {
            var bytes = Base64.getDecoder().decode(wrapped.master());
            return new FileKey(place, master.decrypt(bytes, bound(name)), new byte[0]);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new SealBroken("The key of " + name + " does not open", e);
        }
    }

    /** Whether it is wrapped by the master key that wraps now, and for that recovery key. */
    public boolean isCurrent(WrappedKey wrapped, @Nullable RecoveryRecipient recovery) {
        if (recovery != null && !recovery.id().equals(wrapped.recipient())) {
            return false;
        }
        try {
            return new Wrapping(master, primary)
                    .isCurrent(Base64.getDecoder().decode(wrapped.master()));
        } catch (IllegalArgumentException damaged) {
            return false;
        }
    }

    /** Says that this installation made the public half, so that nobody else's takes its place. */
    public String vouch(RecoveryRecipient recovery) {
        try {
            var proof = master.encrypt(recovery.bytes(), bound(RECOVERY));
            return Base64.getEncoder().encodeToString(proof);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot encrypt", e);
        }
    }

    /**
     * The public half that was vouched for.
     *
     * @throws SealBroken if this installation did not make it
     */
    public RecoveryRecipient vouched(String proof) throws SealBroken {
        try {
            var bytes = master.decrypt(Base64.getDecoder().decode(proof), bound(RECOVERY));
            return new RecoveryRecipient(bytes);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new SealBroken("The public half of the recovery key is not ours", e);
        }
    }

    /** Of what cannot be a key any more. */
    public SealBroken broken(String what) {
        return new SealBroken(what, null);
    }

    /** Under which master key, and for which recovery key, everything new is wrapped. */
    public String wrappingNow(@Nullable RecoveryRecipient recovery) {
        return Integer.toHexString(primary) + " " + (recovery == null ? "-" : recovery.id());
    }

    /** What the key of a content, and the proof of the recovery key, are bound to. */
    public static byte[] bound(String name) {
        return ("cordon/content-key/" + name).getBytes(UTF_8);
    }
}
