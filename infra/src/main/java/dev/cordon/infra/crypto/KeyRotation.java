package dev.cordon.infra.crypto;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts a new master key in the place of the one before. The key file holds both until nothing is
 * wrapped by the earlier one any more; each thing that is wrapped opens before and after, so that
 * it can break off anywhere and is gone on with. A program that runs meanwhile would wrap by the
 * earlier key: there must be none.
 */
public final class KeyRotation {

    private final KeyFile file;
    private final List<UnderMasterKey> places;

    /** Is told how it goes. */
    public interface Progress {

        /** The key file holds a new key beside the earlier one, which goes on opening. */
        void begun(boolean anew) throws IOException;

        /** One thing is about to be wrapped anew. */
        void wrapping(String what, String name) throws IOException;

        /** It does not open and stays as it is. */
        void broken(String what, String name, SealBroken why);

        /** All of a kind. */
        void done(String what, Counts counts) throws IOException;
    }

    /**
     * @param current so many are wrapped by the new key, those included that were before
     * @param broken so many do not open
     */
    public record Counts(int current, int broken) {}

    /** What became of the earlier key. */
    public enum Outcome {
        /** It is in the key file no more. */
        REMOVED,
        /** It was to be kept. */
        KEPT,
        /** Something does not open, and might be wrapped by it. */
        STILL_NEEDED
    }

    KeyRotation(KeyFile file, List<UnderMasterKey> places) {
        this.file = file;
        this.places = List.copyOf(places);
    }

    /**
     * Begins, or goes on where it broke off.
     *
     * @param keep whether the earlier key stays in the file: other machines have yet to follow
     * @throws IOException if something could not be read or written; all opens as before, and it
     *     can be called again
     */
    public Outcome run(boolean keep, Progress progress) throws IOException {
        var keys = file.read();
        boolean anew = keys.size() == 1;
        try {
            if (anew) {
                keys = Keysets.withNewPrimary(keys);
                file.write(keys);
            }
            progress.begun(anew);
            var wrapping = new Wrapping(Keysets.aead(keys), keys.getPrimary().getId());
            int broken = 0;
            for (var place : places) {
                broken += wrapAnew(place, wrapping, progress);
            }
            if (broken > 0 || !earlier(wrapping).isEmpty()) {
                return Outcome.STILL_NEEDED;
            }
            if (keep) {
                return Outcome.KEPT;
            }
            file.write(Keysets.primaryAlone(keys));
            return Outcome.REMOVED;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot make AES keys", e);
        }
    }

    private static int wrapAnew(UnderMasterKey place, Wrapping wrapping, Progress progress)
            throws IOException {
        var counts = new int[2];
        place.each(
                (name, wrapped, bound, replacing) -> {
                    try {
                        if (!wrapping.isCurrent(wrapped)) {
                            var next = wrapping.anew(name, wrapped, bound);
                            progress.wrapping(place.what(), name);
                            replacing.with(next);
                        }
                        counts[0]++;
                    } catch (SealBroken why) {
                        counts[1]++;
                        progress.broken(place.what(), name, why);
                    }
                });
        progress.done(place.what(), new Counts(counts[0], counts[1]));
        return counts[1];
    }

    /** Looks again at everything: what is still wrapped by an earlier key. */
    private List<String> earlier(Wrapping wrapping) throws IOException {
        var names = new ArrayList<String>();
        for (var place : places) {
            place.each(
                    (name, wrapped, _, _) -> {
                        if (!wrapping.isCurrent(wrapped)) {
                            names.add(name);
                        }
                    });
        }
        return names;
    }
}
