package dev.cordon.ui.store;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.store.AddStore;
import dev.cordon.application.store.AskHostKey;
import dev.cordon.application.store.CheckConnection;
import dev.cordon.application.store.GiveOutSensor;
import dev.cordon.application.store.RemoveConnection;
import dev.cordon.application.store.ReplaceConnection;
import dev.cordon.application.store.StoreQueries;
import dev.cordon.application.store.UpdateStore;
import org.springframework.stereotype.Component;

/** What can be read of stores and done with them, in one piece for the pages. */
@Component
record StoreActions(
        StoreQueries queries,
        AddStore add,
        UpdateStore update,
        CheckConnection check,
        ReplaceConnection replace,
        RemoveConnection remove,
        GiveOutSensor sensor,
        AskHostKey askHostKey,
        StoreNames names,
        Caller caller) {}
