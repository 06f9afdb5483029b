package dev.cordon.ui.notification;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.tabs.TabSheet;
import dev.cordon.application.notification.CampaignQueries;
import dev.cordon.domain.notification.Campaign;
import java.util.TreeMap;

/** The texts in every language, as recipients will read them. */
class NoticeLetters extends Div {

    NoticeLetters(Campaign campaign, CampaignQueries queries) {
        var readers = queries.languages(campaign.id());
        var sheet = new TabSheet();
        sheet.setId("letters");
        sheet.setWidthFull();
        new TreeMap<>(campaign.texts())
                .forEach(
                        (language, text) -> {
                            var letter = new Letter(language);
                            letter.show(queries.preview(campaign.id(), language, text), language);
                            var tab = sheet.add(Languages.text(language, readers), letter);
                            tab.setId("language-" + language);
                        });
        add(sheet);
    }
}
