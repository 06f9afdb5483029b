package dev.cordon.domain.kernel;

import java.util.Set;

/** The stores somebody may see or act on. What lies outside does not exist for them. */
public sealed interface StoreScope {

    StoreScope ALL = new All();

    StoreScope NONE = new Only(Set.of());

    boolean covers(StoreId store);

    /** What either scope covers. */
    default StoreScope or(StoreScope other) {
        if (this instanceof Only(var mine) && other instanceof Only(var theirs)) {
            var both = new java.util.HashSet<>(mine);
            both.addAll(theirs);
            return new Only(both);
        }
        return ALL;
    }

    /** What both scopes cover. */
    default StoreScope and(StoreScope other) {
        if (this instanceof Only(var mine)) {
            return new Only(
                    mine.stream()
                            .filter(other::covers)
                            .collect(java.util.stream.Collectors.toSet()));
        }
        return other;
    }

    /** Every store, also those added later. */
    record All() implements StoreScope {
        @Override
        public boolean covers(StoreId store) {
            return true;
        }
    }

    /** These stores and no other. */
    record Only(Set<StoreId> stores) implements StoreScope {
        public Only {
            stores = Set.copyOf(stores);
        }

        @Override
        public boolean covers(StoreId store) {
            return stores.contains(store);
        }
    }
}
