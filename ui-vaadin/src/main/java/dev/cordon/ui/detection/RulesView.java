package dev.cordon.ui.detection;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.cordon.application.detection.EditRules;
import dev.cordon.application.store.StoreQueries.StoreDetail;
import dev.cordon.domain.detection.tuning.RuleVersion;
import dev.cordon.domain.detection.tuning.RuleVersion.Stage;
import dev.cordon.domain.detection.tuning.Tuning;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.people.Permission;
import dev.cordon.domain.store.Store;
import dev.cordon.ui.kernel.EmptyState;
import dev.cordon.ui.kernel.LivePage;
import dev.cordon.ui.kernel.PageHead;
import dev.cordon.ui.kernel.Place;
import dev.cordon.ui.kernel.Shown;
import dev.cordon.ui.kernel.Words;
import dev.cordon.ui.people.NameBook;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The rules of a store: those in force, or those of the version that the address names. */
@Route("rules/:store?/:version?")
@PermitAll
class RulesView extends Div implements LivePage, OpenRules, BeforeEnterObserver, HasDynamicTitle {

    private static final Set<Stage> APPROVED = Set.of(Stage.IN_FORCE, Stage.SUPERSEDED);

    private final Words words = Words.here();
    private final RuleActions actions;
    private final NameBook book;
    private final ComboBox<Store> choice = new ComboBox<>();
    private final Div main = new Div();
    private final Div side = new Div();
    private final Shown<List<Object>> shown = new Shown<>();
    private @Nullable StoreId store;
    private @Nullable Integer number;
    private List<RuleVersion> versions = List.of();
    private @Nullable RuleVersion version;
    private @Nullable DryRunCard dryRun;
    private String sought = "";

    RulesView(RuleActions actions, NameBook book) {
        this.actions = actions;
        this.book = book;
        addClassNames("page", "split", "rules");
        choice.setId("rules-store");
        choice.setAriaLabel(words.text("rules.store"));
        choice.addClassName("store-choice");
        choice.setItemLabelGenerator(Store::name);
        choice.addValueChangeListener(
                chosen -> {
                    if (chosen.isFromClient() && chosen.getValue() != null) {
                        UI.getCurrent().navigate(RuleNavigation.address(chosen.getValue().id()));
                    }
                });
        main.addClassName("column");
        side.addClassName("column");
        add(new PageHead(words.of(Place.RULES), words.text("rules.what"), choice), main, side);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var stores = actions.stores().stores().stream().map(StoreDetail::store).toList();
        choice.setItems(stores);
        var parameters = event.getRouteParameters();
        store = parameters.get("store").map(RulesView::id).orElse(null);
        number = parameters.get("version").map(RulesView::number).orElse(null);
        if (store == null && !stores.isEmpty()) {
            store = stores.getFirst().id();
        }
        stores.stream()
                .filter(each -> each.id().equals(store))
                .findFirst()
                .ifPresent(choice::setValue);
        refresh();
    }

    @Override
    public void refresh() {
        if (store == null) {
            main.removeAll();
            main.add(new EmptyState(words.text("rules.none"), words.text("rules.none.what")));
            return;
        }
        versions = actions.queries().versions(store);
        version = wanted();
        if (shown.isNew(List.of(store, versions, number == null ? 0 : number))) {
            paint();
        }
        if (dryRun != null) {
            dryRun.refresh();
        }
    }

    private @Nullable RuleVersion wanted() {
        var wanted =
                versions.stream()
                        .filter(
                                each ->
                                        number == null
                                                ? each.stage() == Stage.IN_FORCE
                                                : each.number() == number)
                        .findFirst();
        if (number != null && wanted.isEmpty()) {
            throw new NotFoundException();
        }
        return wanted.orElse(null);
    }

    private void paint() {
        var table = new RuleTable(this, actions);
        main.removeAll();
        side.removeAll();
        dryRun = version == null ? null : new DryRunCard(this, actions);
        main.add(table);
        if (dryRun != null) {
            main.addComponentAsFirst(dryRun);
        }
        side.add(
                new RuleVersionCard(this, actions, book.names(), versions),
                new TuningCard(this, actions),
                new OwnRulesCard(this, actions),
                new RuleVersionsCard(versions, version));
    }

    @Override
    public String getPageTitle() {
        return words.of(Place.RULES) + " · Cordon";
    }

    @Override
    public StoreId store() {
        if (store == null) {
            throw new IllegalStateException("set before the page is shown");
        }
        return store;
    }

    @Override
    public @Nullable RuleVersion version() {
        return version;
    }

    @Override
    public Tuning tuning() {
        return version == null ? Tuning.NONE : version.tuning();
    }

    @Override
    public Tuning before() {
        int below = version == null ? 0 : version.number();
        return versions.stream()
                .filter(each -> each.number() < below && APPROVED.contains(each.stage()))
                .findFirst()
                .map(RuleVersion::tuning)
                .orElse(Tuning.NONE);
    }

    @Override
    public boolean isEditable() {
        return version != null
                && version.stage() == Stage.DRAFT
                && actions.caller().may(Permission.RULE_WRITE);
    }

    @Override
    public void change(UnaryOperator<Tuning> change) {
        edit(change.apply(tuning()), version == null ? "" : version.reason());
    }

    @Override
    public void explain(String reason) {
        edit(tuning(), reason);
    }

    @Override
    public String sought() {
        return sought;
    }

    @Override
    public void seek(String words) {
        sought = words;
    }

    private void edit(Tuning tuning, String reason) {
        if (version != null) {
            actions.edit()
                    .edit(new EditRules.Command(version.id(), version.version(), tuning, reason));
            refresh();
        }
    }

    private static StoreId id(String text) {
        try {
            return StoreId.of(text);
        } catch (IllegalArgumentException e) {
            throw new NotFoundException();
        }
    }

    private static int number(String text) {
        if (!text.matches("[1-9][0-9]{0,8}")) {
            throw new NotFoundException();
        }
        return Integer.parseInt(text);
    }
}
