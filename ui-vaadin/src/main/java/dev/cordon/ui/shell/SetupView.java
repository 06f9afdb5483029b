package dev.cordon.ui.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import dev.cordon.ui.kernel.Card;
import dev.cordon.ui.kernel.Chip;
import dev.cordon.ui.kernel.LiveCard;
import dev.cordon.ui.kernel.LivePage;
import dev.cordon.ui.kernel.PageHead;
import dev.cordon.ui.kernel.SetupStep;
import dev.cordon.ui.kernel.Shown;
import dev.cordon.ui.kernel.Tone;
import dev.cordon.ui.kernel.Words;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.List;

/** From an empty installation to a store that is watched, step after step. */
@Route("setup")
@PermitAll
class SetupView extends Div implements LivePage, AfterNavigationObserver, HasDynamicTitle {

    private final Words words = Words.here();
    private final SetupSteps steps;
    private final PageHead head = new PageHead(words.text("setup.title"), "");
    private final ProgressBar bar = new ProgressBar();
    private final Div list = new Div();
    private final List<LiveCard<?>> live = new ArrayList<>();
    private final Shown<List<Boolean>> shown = new Shown<>();

    SetupView(SetupSteps steps) {
        this.steps = steps;
        addClassName("page");
        list.addClassName("column");
        add(head, bar, list);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        refresh();
    }

    @Override
    public void refresh() {
        var mine = steps.mine();
        var done = mine.stream().map(step -> step.done().getAsBoolean()).toList();
        if (shown.isNew(done)) {
            paint(mine, done);
        }
        live.forEach(LiveCard::refresh);
    }

    @Override
    public String getPageTitle() {
        return words.text("setup.title") + " · Cordon";
    }

    private void paint(List<SetupStep> mine, List<Boolean> done) {
        int ready = (int) done.stream().filter(each -> each).count();
        head.say(words.text("setup.title"), words.text("setup.what", ready, mine.size()));
        bar.setMax(Math.max(1, mine.size()));
        bar.setValue(ready);
        bar.getElement().setAttribute("aria-label", words.text("setup.what", ready, mine.size()));
        list.removeAll();
        live.clear();
        for (int i = 0; i < mine.size(); i++) {
            list.add(card(i + 1, mine.get(i), done.get(i)));
        }
        var rehearse = new Card(words.text("setup.rehearse"));
        rehearse.setId("setup-rehearse");
        rehearse.with(new Paragraph(words.text("setup.rehearse.what")));
        list.add(rehearse);
    }

    private Card card(int number, SetupStep step, boolean done) {
        var card = new Card(words.text("setup.step", number, words.text("setup." + step.id())));
        card.setId("setup-" + step.id());
        card.with(
                new Chip(done ? Tone.OK : Tone.MED, words.text(done ? "setup.done" : "setup.open")),
                new Paragraph(words.text("setup." + step.id() + ".what")),
                content(step));
        return card;
    }

    private Component content(SetupStep step) {
        var content = step.content().get();
        if (content instanceof LiveCard<?> card) {
            live.add(card);
        }
        return content;
    }
}
