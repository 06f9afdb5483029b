package dev.cordon.domain.store.paymentpage;

import dev.cordon.domain.kernel.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * Something on the payment page that runs, or that could take what customers type elsewhere.
 *
 * @param name what it is known by: the address without its query, or {@code id} of an inline script
 * @param content the digest of what it is; null where only the address is known
 * @param integrity the {@code integrity} attribute (Subresource Integrity), if there is one
 */
public record PageElement(
        Kind kind, String name, @Nullable Sha256 content, @Nullable String integrity)
        implements Comparable<PageElement> {

    /** What an element is. */
    public enum Kind {
        /** A script with an address. */
        SCRIPT,
        /** A script that stands in the page; compared by its form, see {@link ScriptForm}. */
        INLINE_SCRIPT,
        /** Script in an attribute such as {@code onclick} or {@code href="javascript:…"}. */
        HANDLER,
        /** A page of another address within the page. */
        FRAME,
        /** A form that is sent to another address. */
        FORM
    }

    /** Names the element within a page. */
    public record Key(Kind kind, String name) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            int kinds = kind.compareTo(other.kind);
            return kinds != 0 ? kinds : name.compareTo(other.name);
        }

        @Override
        public String toString() {
            return kind + " " + name;
        }
    }

    public Key key() {
        return new Key(kind, name);
    }

    @Override
    public int compareTo(PageElement other) {
        return key().compareTo(other.key());
    }
}
