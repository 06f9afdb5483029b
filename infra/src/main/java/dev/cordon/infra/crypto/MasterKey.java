package dev.cordon.infra.crypto;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The key that wraps all others. The database holds a proof of which key it is, so that a program
 * with another one refuses to start instead of mixing two.
 */
final class MasterKey {

    private static final Logger LOG = LoggerFactory.getLogger(MasterKey.class);
    private static final byte[] PROOF = "cordon".getBytes(StandardCharsets.UTF_8);
    static final byte[] PLACE = "cordon/key_proof".getBytes(StandardCharsets.UTF_8);

    private final KeysetHandle keys;
    private final Aead aead;

    private MasterKey(KeysetHandle keys) {
        this.keys = keys;
        this.aead = Keysets.aead(keys);
    }

    /** The key of the file, made on the first start; held against the proof in the database. */
    static MasterKey of(KeyFile file, JdbcClient jdbc) throws IOException {
        var proof = jdbc.sql("select proof from key_proof").query(byte[].class).optional();
        if (proof.isPresent() && !file.exists()) {
            throw new IllegalStateException(
                    "The database holds encrypted data, but its key is not in "
                            + file
                            + ". Nothing was changed. Put the key file back from your backup, or name"
                            + " it in CORDON_KEY_FILE.");
        }
        var key = new MasterKey(file.exists() ? file.read() : file.create());
        key.leaveProof(jdbc);
        key.require(jdbc.sql("select proof from key_proof").query(byte[].class).single(), file);
        LOG.debug("encryption key file={}", file);
        if (key.keys.size() > 1) {
            LOG.warn(
                    "the key file still holds an earlier encryption key; ./cordon rotate-key goes on"
                            + " with its removal file={}",
                    file);
        }
        return key;
    }

    /** Another instance may have been first; then its proof counts. */
    private void leaveProof(JdbcClient jdbc) {
        try {
            jdbc.sql("insert into key_proof (one, proof) values (true, ?) on conflict do nothing")
                    .param(aead.encrypt(PROOF, PLACE))
                    .update();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot encrypt", e);
        }
    }

    private void require(byte[] proof, KeyFile file) {
        try {
            aead.decrypt(proof, PLACE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The database was encrypted with another key than the one in "
                            + file
                            + ". Nothing was changed. Put the right key file back from your backup, or"
                            + " name it in CORDON_KEY_FILE.",
                    e);
        }
    }

    /** A new key for a subject, wrapped; only this key unwraps it, and only for this subject. */
    String wrapNew(Subject subject) {
        try {
            return Keysets.wrapped(Keysets.fresh(), aead, bound(subject));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot make a key for " + subject, e);
        }
    }

    DataKey unwrap(Subject subject, String wrapped) {
        try {
            var keys = Keysets.unwrap(wrapped, aead, bound(subject));
            return new DataKey(subject, Keysets.aead(keys));
        } catch (GeneralSecurityException e) {
            throw new DataKey.Tampered("data_key/" + subject, e);
        }
    }

    byte[] seal(String place, String text) {
        try {
            return aead.encrypt(text.getBytes(StandardCharsets.UTF_8), atDoor(place));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot encrypt for " + place, e);
        }
    }

    String open(String place, byte[] sealed) {
        try {
            return new String(aead.decrypt(sealed, atDoor(place)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new DataKey.Tampered(place, e);
        }
    }

    static byte[] atDoor(String place) {
        return ("cordon/door/" + place).getBytes(StandardCharsets.UTF_8);
    }

    /** What wraps the keys of files. */
    FileKeys fileKeys() {
        return new FileKeys(aead);
    }

    /** What wraps the keys of evidence. */
    ContentKeys contentKeys() {
        return new ContentKeys(aead, keys.getPrimary().getId());
    }

    private static byte[] bound(Subject subject) {
        return boundData(subject.toString());
    }

    static byte[] boundData(String subject) {
        return ("cordon/data_key/" + subject).getBytes(StandardCharsets.UTF_8);
    }
}
