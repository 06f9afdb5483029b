package dev.cordon.ui.audit;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.cordon.application.audit.AuditQueries;
import dev.cordon.application.audit.RevisionLog;
import dev.cordon.ui.kernel.LivePage;
import dev.cordon.ui.kernel.Moments;
import dev.cordon.ui.kernel.PageHead;
import dev.cordon.ui.kernel.Place;
import dev.cordon.ui.kernel.Words;
import dev.cordon.ui.people.NameBook;
import dev.cordon.ui.people.RoleIds;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Every change of every record. Nothing can be changed here. */
@Route("audit")
@RolesAllowed({RoleIds.AUDITOR, RoleIds.ADMINISTRATOR})
class AuditView extends Div implements LivePage, AfterNavigationObserver, HasDynamicTitle {

    private final Words words = Words.here();
    private final TextField actor = field("audit-actor", "audit.actor");
    private final TextField useCase = field("audit-use-case", "audit.use-case");
    private final TextField record = field("audit-record", "audit.record");
    private final DatePicker from = day("audit-from", "audit.from");
    private final DatePicker to = day("audit-to", "audit.to");
    private final RevisionGrid grid;

    AuditView(AuditQueries queries, NameBook book) {
        addClassName("page");
        grid = new RevisionGrid(page -> queries.list(filter(), page), book.names());
        var filters = new Div(actor, useCase, record, from, to);
        filters.addClassName("filters");
        var evidence = new Anchor("evidence", words.text("register.link"));
        var watch = new Anchor("evidence/watch", words.text("integrity.link"));
        var head = new PageHead(words.of(Place.AUDIT), words.text("audit.what"), evidence, watch);
        add(head, filters, grid);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        grid.reload();
    }

    @Override
    public void refresh() {
        grid.refresh();
    }

    @Override
    public String getPageTitle() {
        return words.of(Place.AUDIT) + " · Cordon";
    }

    private RevisionLog.Filter filter() {
        var last = to.getValue();
        return new RevisionLog.Filter(
                typed(actor),
                typed(useCase),
                typed(record),
                startOf(from.getValue()),
                startOf(last == null ? null : last.plusDays(1)));
    }

    private static @Nullable String typed(TextField field) {
        return field.getValue().isBlank() ? null : field.getValue().strip();
    }

    private static @Nullable Instant startOf(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(Moments.here().zone()).toInstant();
    }

    private TextField field(String id, String label) {
        var field = new TextField(Words.here().text(label));
        field.setId(id);
        field.setClearButtonVisible(true);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.addValueChangeListener(_ -> grid.reload());
        return field;
    }

    private DatePicker day(String id, String label) {
        var day = new DatePicker(Words.here().text(label));
        day.setId(id);
        day.setLocale(Words.here().locale());
        day.setClearButtonVisible(true);
        day.addValueChangeListener(_ -> grid.reload());
        return day;
    }
}
