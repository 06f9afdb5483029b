/**
 * Evidence packages as files: ZIP without compression around a BagIt bag, its described files, its
 * readable report and its verifier. Reading never writes anything anywhere.
 */
@NullMarked
package dev.cordon.infra.pack;

import org.jspecify.annotations.NullMarked;
