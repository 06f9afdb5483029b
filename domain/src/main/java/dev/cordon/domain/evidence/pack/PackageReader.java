package dev.cordon.domain.evidence.pack;

import dev.cordon.domain.kernel.Sha256;
import java.util.List;

/** A package's file, opened for reading. Nothing is ever unpacked. */
public interface PackageReader {

    /** What is in it, in its order; each name once. */
    List<Entry> entries();

    /** What is wrong with the file itself, before anything in it was read. */
    List<Finding> irregularities();

    /** Computes an entry's digest, in memory that does not grow with it. */
    Digested digest(Entry entry);

    /** All of a small entry. */
    byte[] bytes(Entry entry);

    /**
     * @param asDeclared whether the file's own checksum (CRC-32) says the same
     */
    record Digested(Sha256 digest, boolean asDeclared) {}

    /**
     * @param name with slashes, relative, below nothing but itself
     * @param size in bytes
     */
    record Entry(String name, long size) {}
}
