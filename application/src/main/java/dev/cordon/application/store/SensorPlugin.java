package dev.cordon.application.store;

import dev.cordon.domain.store.SensorKey;

/** Cordon's plugin for WordPress, ready to be uploaded to one store. */
public interface SensorPlugin {

    /** A secret that nobody knows. */
    SensorKey newKey();

    /** Whether stores reach Cordon by https; the plugin sends nowhere else but to itself. */
    boolean hasSafeAddress();

    /**
     * The plugin as a ZIP, with the key's newest secret and Cordon's address in it.
     *
     * @param door the log source that it speaks as
     */
    byte[] zip(String door, SensorKey key);
}
