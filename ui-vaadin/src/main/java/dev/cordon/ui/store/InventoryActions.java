package dev.cordon.ui.store;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.store.AcceptDifferences;
import dev.cordon.application.store.ApproveBaseline;
import dev.cordon.application.store.ExposureQueries;
import dev.cordon.application.store.InventoryQueries;
import dev.cordon.application.store.ReplaceVulnerabilityFeed;
import dev.cordon.application.store.StoreQueries;
import dev.cordon.application.store.TakeInventory;
import dev.cordon.ui.kernel.LongWork;
import org.springframework.stereotype.Component;

/** What can be read of inventories and done about them, in one piece for the pages. */
@Component
record InventoryActions(
        InventoryQueries queries,
        TakeInventory take,
        ApproveBaseline approve,
        AcceptDifferences accept,
        ExposureQueries exposures,
        ReplaceVulnerabilityFeed feed,
        StoreQueries stores,
        LongWork work,
        Caller caller) {}
