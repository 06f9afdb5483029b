package dev.cordon.ui.people;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.cordon.application.people.PeopleQueries;
import dev.cordon.domain.people.Permission;
import dev.cordon.ui.kernel.LiveCard;
import dev.cordon.ui.kernel.LivePage;
import dev.cordon.ui.kernel.PageHead;
import dev.cordon.ui.kernel.Place;
import dev.cordon.ui.kernel.Words;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;

/** People and roles for those who may see them, one's own tokens, and what features add. */
@Route("settings")
@PermitAll
class SettingsView extends Div implements LivePage, AfterNavigationObserver, HasDynamicTitle {

    private final Words words = Words.here();
    private final List<LiveCard<?>> cards = new ArrayList<>();

    SettingsView(
            PeopleQueries people,
            TokenActions tokens,
            List<PersonExtra> extras,
            List<SettingsSection> sections) {
        addClassName("page");
        add(new PageHead(words.of(Place.SETTINGS), words.text("settings.what")));
        if (tokens.caller().may(Permission.PEOPLE_READ)) {
            cards.add(new PeopleCard(people, extras));
        }
        if (tokens.caller().may(Permission.TOKEN_MANAGE)) {
            cards.add(new TokensCard(tokens));
        }
        sections.stream()
                .filter(section -> tokens.caller().may(section.needed()))
                .forEach(section -> cards.add(section.card().get()));
        cards.forEach(this::add);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        refresh();
    }

    @Override
    public void refresh() {
        cards.forEach(LiveCard::refresh);
    }

    @Override
    public String getPageTitle() {
        return words.of(Place.SETTINGS) + " · Cordon";
    }
}
