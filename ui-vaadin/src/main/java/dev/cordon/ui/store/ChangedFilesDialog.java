package dev.cordon.ui.store;

import dev.cordon.application.store.InventoryQueries;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.store.inventory.ChangedFile;
import dev.cordon.domain.store.inventory.FileAreas;
import dev.cordon.ui.kernel.AskDialog;
import dev.cordon.ui.kernel.LazyGrid;
import dev.cordon.ui.kernel.Moments;
import dev.cordon.ui.kernel.Row;
import dev.cordon.ui.kernel.Words;

/** All files that changed in an area since it was approved. */
class ChangedFilesDialog extends AskDialog {

    ChangedFilesDialog(InventoryQueries queries, StoreId store, String area) {
        super(
                "inventory-changed-files",
                Words.here().text("inventory.files.title", FileAreas.shown(area)),
                Words.here().text("inventory.files.text", queries.countChangedFiles(store, area)),
                "");
        var words = Words.here();
        var grid = new LazyGrid<ChangedFile>(page -> queries.changedFiles(store, area, page));
        grid.setId("inventory-changed-files-list");
        grid.text(words.text("inventory.files.path"), file -> FileAreas.shown(file.path()));
        grid.text(words.text("inventory.files.how"), file -> words.of(file.how()));
        grid.text(words.text("inventory.files.at"), file -> Moments.here().moment(file.at()));
        grid.compact(
                words.text("inventory.files.path"),
                file ->
                        Row.two(
                                FileAreas.shown(file.path()),
                                words.of(file.how()) + " · " + Moments.here().moment(file.at())));
        with(grid);
        readOnly();
    }
}
