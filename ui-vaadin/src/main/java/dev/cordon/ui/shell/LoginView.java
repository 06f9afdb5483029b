package dev.cordon.ui.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.cordon.application.people.DemoTeam;
import dev.cordon.domain.people.Person;
import dev.cordon.ui.kernel.Card;
import dev.cordon.ui.kernel.Row;
import dev.cordon.ui.kernel.Words;
import dev.cordon.ui.people.Grants;
import org.springframework.beans.factory.ObjectProvider;

/** The demo's door: type a name and a password, or take one of the built-in users. */
@Route(value = "login", autoLayout = false)
@AnonymousAllowed
class LoginView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private static final String LOG_IN_AS =
            """
            const form = $0;
            form.querySelector('input[name=username]').closest('vaadin-text-field').value = $1;
            form.querySelector('input[name=password]').closest('vaadin-password-field').value = $2;
            form.submit();
            """;

    private final Words words = Words.here();
    private final LoginForm form = new LoginForm();

    LoginView(ObjectProvider<DemoTeam> demo) {
        addClassName("login");
        form.setId("login-form");
        form.setAction("login");
        form.setForgotPasswordButtonVisible(false);
        form.setI18n(formWords());
        var left = new Div(new H1("Cordon"), new Paragraph(words.text("login.what")), form);
        var box = new Div(left);
        box.addClassName("login-box");
        demo.ifAvailable(team -> box.add(people(team)));
        add(box);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        form.setError(
                event.getLocation().getQueryParameters().getParameters().containsKey("error"));
    }

    @Override
    public String getPageTitle() {
        return words.text("login.title") + " · Cordon";
    }

    private Card people(DemoTeam team) {
        var card = new Card(words.text("login.demo"));
        card.setId("demo-users");
        card.with(new Paragraph(words.text("login.demo.what")));
        team.members().forEach(person -> card.with(row(person, team.password())));
        return card;
    }

    private Row row(Person person, String password) {
        var enter = new Button(words.text("login.enter"), _ -> enter(person, password));
        enter.setId("enter-" + person.username());
        enter.addThemeVariants(ButtonVariant.SMALL);
        enter.setAriaLabel(words.text("login.enter.as", person.displayName()));
        return new Row(Row.two(person.displayName(), Grants.text(person)), enter);
    }

    private void enter(Person person, String password) {
        getElement().executeJs(LOG_IN_AS, form.getElement(), person.username(), password);
    }

    private LoginI18n formWords() {
        var i18n = LoginI18n.createDefault();
        i18n.getForm().setTitle(words.text("login.title"));
        i18n.getForm().setUsername(words.text("login.username"));
        i18n.getForm().setPassword(words.text("login.password"));
        i18n.getForm().setSubmit(words.text("login.submit"));
        i18n.getErrorMessage().setTitle(words.text("login.failed"));
        i18n.getErrorMessage().setMessage(words.text("login.failed.what"));
        i18n.getErrorMessage().setUsername(words.text("login.username.missing"));
        i18n.getErrorMessage().setPassword(words.text("login.password.missing"));
        return i18n;
    }
}
