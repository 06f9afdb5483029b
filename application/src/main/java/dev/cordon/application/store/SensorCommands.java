package dev.cordon.application.store;

import dev.cordon.domain.store.LoginSession;
import dev.cordon.domain.store.PageCursor;
import dev.cordon.domain.store.ReadBack;
import dev.cordon.domain.store.SensorStatus;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreAnswer;
import dev.cordon.domain.store.StoreFiles;
import dev.cordon.domain.store.StorePage;
import dev.cordon.domain.store.StoreRestKey;
import dev.cordon.domain.store.Window;
import java.util.List;

/**
 * Tells the sensor plugin of a store what to do: what no interface of WordPress or WooCommerce can.
 * Every call is signed, worth something once and for minutes, bounded in time and size, and answers
 * a failure as a value. What was changed is read back in the store. Never call it inside a
 * transaction.
 */
public interface SensorCommands {

    StoreAnswer<SensorStatus> status(Store store);

    /** One page of the logins within the window, oldest first. */
    StoreAnswer<StorePage<LoginSession>> sessions(Store store, Window window, PageCursor from);

    /** Logs an account out everywhere. Its password goes on to work. */
    StoreAnswer<ReadBack> endSessions(Store store, long user);

    StoreAnswer<ReadBack> revokeApplicationPasswords(Store store, long user);

    /** WooCommerce's REST keys, by their numbers. */
    StoreAnswer<List<StoreRestKey>> restKeys(Store store);

    StoreAnswer<ReadBack> revokeRestKey(Store store, long key);

    /**
     * Switches a plugin off.
     *
     * @param file its main file below the folder of plugins: {@code akismet/akismet.php}
     */
    StoreAnswer<ReadBack> deactivatePlugin(Store store, String file);

    /**
     * Keeps visitors out, or lets them in again. Administration, logins and Cordon stay.
     *
     * @return whether they are kept out now
     */
    StoreAnswer<Boolean> maintenance(Store store, boolean on);

    /**
     * Some of the files below a folder with their digests.
     *
     * @param folder from the site's root; empty for all of it
     * @param after the last path that is known; empty to begin
     */
    StoreAnswer<StoreFiles> files(Store store, String folder, String after);
}
