package dev.cordon.ui.kernel;

import dev.cordon.domain.kernel.Actor;
import java.util.Map;

/** How those who act are called. */
public record Names(Map<String, String> byLogin) {

    public Names {
        byLogin = Map.copyOf(byLogin);
    }

    public String of(Actor actor) {
        return switch (actor) {
            case Actor.Person person -> ofLogin(person.name());
            case Actor.Automation automation -> ofAutomation(automation.name());
        };
    }

    /** The login name where the directory knows no better. */
    public String ofLogin(String login) {
        return byLogin.getOrDefault(login, login);
    }

    /** Up to two letters for a small disc. */
    public String initials(Actor actor) {
        var letters = new StringBuilder();
        for (var part : of(actor).split("[ ._-]+")) {
            if (!part.isEmpty() && letters.length() < 2) {
                letters.appendCodePoint(Character.toUpperCase(part.codePointAt(0)));
            }
        }
        return letters.toString();
    }

    private static String ofAutomation(String name) {
        var key = "automation." + name;
        var words = Words.here();
        return words.has(key) ? words.text(key) : name;
    }
}
