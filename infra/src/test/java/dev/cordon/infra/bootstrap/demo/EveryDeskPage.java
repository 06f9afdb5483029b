package dev.cordon.infra.bootstrap.demo;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;

/** Every page and question of the desk, opened one after the other and looked at. */
final class EveryDeskPage {

    private EveryDeskPage() {}

    static void alerts(Page rita, Accessibility axe) {
        DeskInTheBrowser.open(rita, "A key was tried");
        DeskInTheBrowser.search(rita, "");
        rita.locator("#alert-activity vaadin-details-summary").click();
        axe.look(rita, "alerts");
        rita.locator("#alert-choose").click();
        rita.locator("#alert-bar-text").waitFor();
        axe.look(rita, "alerts chosen");
        rita.locator("#bar-clear").click();
        asked(rita, axe, "dismiss");
        asked(rita, axe, "merge");
        asked(rita, axe, "escalate");
        rita.locator("#keys").click();
        rita.locator("#key-sheet-close").waitFor();
        axe.look(rita, "keys");
        rita.locator("#key-sheet-close").click();
        rita.locator("#alert-suppress").click();
        axe.look(rita, "suppress");
        rita.locator("#suppress-reason textarea").fill("known here");
        rita.locator("#suppress-confirm").click();
        rita.locator("#alert-undo").waitFor();
    }

    static void suppressions(Page rita, Accessibility axe) {
        rita.locator("[id^=end-]:visible").first().waitFor();
        axe.look(rita, "suppressions");
        rita.locator("[id^=end-]:visible").first().click();
        rita.locator("#end-suppression-confirm").waitFor();
        axe.look(rita, "end suppression");
    }

    static void rules(Page adam, Accessibility axe) {
        adam.locator("#rule-table").waitFor();
        axe.look(adam, "rules");
    }

    static void webhooks(Page adam, Accessibility axe) {
        adam.locator("#add-webhook").click();
        axe.look(adam, "add a webhook");
        adam.locator("#webhook-url input").fill("http://127.0.0.1:9/in");
        adam.locator("#webhook-confirm").click();
        adam.locator("#webhook-secret-kept").click();
        axe.look(adam, "settings");
        adam.locator(".open-webhook").click();
        adam.locator("#webhook-close").waitFor();
        axe.look(adam, "webhook");
    }

    static void sensors(Page adam, Accessibility axe) {
        adam.locator("#sensor-fjordshop-access").waitFor();
        axe.look(adam, "situation");
        adam.locator("#sensor-fjordshop-access").click();
        adam.locator("#sensor-dialog-confirm").waitFor();
        axe.look(adam, "sensor");
        adam.locator("#sensor-dialog-cancel").click();
        adam.locator("#doors-fjordshop-access").click();
        adam.locator("#source-token-name").waitFor();
        axe.look(adam, "doors");
    }

    private static void asked(Page page, Accessibility axe, String question) {
        page.locator("#alert-" + question).click();
        page.locator("#" + question + "-cancel").waitFor();
        axe.look(page, question);
        page.locator("#" + question + "-cancel").click();
        page.locator("#" + question + "-cancel")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
    }
}
