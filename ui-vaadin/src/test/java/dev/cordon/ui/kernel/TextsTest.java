package dev.cordon.ui.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.cordon.application.audit.Revision;
import dev.cordon.application.detection.RuleFinding;
import dev.cordon.application.detection.SuppressAlert;
import dev.cordon.application.detection.TakeLogFile;
import dev.cordon.application.evidence.EvidenceItems;
import dev.cordon.application.incident.EscalateAlert;
import dev.cordon.application.incident.WithdrawIncident;
import dev.cordon.application.notification.DispatchState;
import dev.cordon.application.store.AddStore;
import dev.cordon.domain.breach.AffectedPerson;
import dev.cordon.domain.breach.Basis;
import dev.cordon.domain.breach.BreachEvent;
import dev.cordon.domain.breach.DutyRule;
import dev.cordon.domain.detection.AlertResolution;
import dev.cordon.domain.detection.AlertSeverity;
import dev.cordon.domain.detection.AlertStatus;
import dev.cordon.domain.detection.AttackKind;
import dev.cordon.domain.detection.Sign;
import dev.cordon.domain.detection.keeping.LogDeletion;
import dev.cordon.domain.detection.sensor.Blindness;
import dev.cordon.domain.detection.tuning.Difference;
import dev.cordon.domain.detection.tuning.RuleVersion;
import dev.cordon.domain.evidence.CustodyChain;
import dev.cordon.domain.evidence.CustodyEntry;
import dev.cordon.domain.evidence.CustodyEntry.Action;
import dev.cordon.domain.evidence.EvidenceEvent;
import dev.cordon.domain.evidence.EvidenceEvent.CustodyChanged;
import dev.cordon.domain.evidence.EvidenceKind;
import dev.cordon.domain.evidence.ledger.Standing;
import dev.cordon.domain.evidence.preservation.Answer;
import dev.cordon.domain.evidence.transfer.Transfer;
import dev.cordon.domain.incident.IncidentEvent;
import dev.cordon.domain.incident.Severity;
import dev.cordon.domain.incident.SeverityAssessment;
import dev.cordon.domain.incident.SeverityInputs;
import dev.cordon.domain.incident.Stage;
import dev.cordon.domain.incident.TimelineEntry;
import dev.cordon.domain.kernel.Mode;
import dev.cordon.domain.notification.Campaign;
import dev.cordon.domain.notification.CampaignEvent;
import dev.cordon.domain.notification.Channel;
import dev.cordon.domain.notification.Delivery;
import dev.cordon.domain.notification.WebhookDelivery;
import dev.cordon.domain.notification.WebhookState;
import dev.cordon.domain.notification.WebhookType;
import dev.cordon.domain.people.AutomationPolicy;
import dev.cordon.domain.people.Permission;
import dev.cordon.domain.people.Role;
import dev.cordon.domain.store.Capability;
import dev.cordon.domain.store.ConnectionKind;
import dev.cordon.domain.store.Finding;
import dev.cordon.domain.store.StoreEnvironment;
import dev.cordon.domain.store.StoreFailure;
import dev.cordon.domain.store.inventory.ChangedFile;
import dev.cordon.domain.store.inventory.Checksums;
import dev.cordon.domain.store.inventory.ItemKind;
import dev.cordon.domain.store.inventory.Trait;
import dev.cordon.domain.store.inventory.Weight;
import dev.cordon.domain.store.paymentpage.PageElement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The two bundles say the same things, and all of what the console asks for. */
class TextsTest {

    private static final Path SOURCES = Path.of("src/main/java/dev/cordon/ui");

    /** A text asked for by a whole key: not one that goes on with a plus. */
    private static final Pattern ASKED =
            Pattern.compile("(?:text|sentence)\\(\\s*\"([a-z][\\w.-]*\\w)\"\\s*[,)]");

    private static final Pattern LITERAL = Pattern.compile("\"([a-z][\\w-]*(?:\\.[\\w-]+)*\\.?)\"");

    private static final List<Class<? extends Enum<?>>> SPOKEN =
            List.of(
                    Checksums.class,
                    ChangedFile.How.class,
                    EvidenceItems.Which.class,
                    AddStore.Outcome.Refused.class,
                    AffectedPerson.Why.class,
                    AlertResolution.class,
                    AlertSeverity.class,
                    AlertStatus.class,
                    Blindness.class,
                    Basis.class,
                    Campaign.Refused.class,
                    Capability.class,
                    Channel.class,
                    ConnectionKind.class,
                    ItemKind.class,
                    PageElement.Kind.class,
                    Trait.class,
                    Weight.class,
                    CustodyChain.Flaw.class,
                    Standing.Flaw.class,
                    CustodyEntry.Action.class,
                    Transfer.Means.class,
                    dev.cordon.domain.evidence.transfer.Answer.Ended.Why.class,
                    Answer.Why.class,
                    EvidenceKind.class,
                    Difference.Change.class,
                    Delivery.Decision.class,
                    Delivery.Status.class,
                    DispatchState.Kind.class,
                    DutyRule.Audience.class,
                    AttackKind.class,
                    LogDeletion.Why.class,
                    Mode.class,
                    Permission.class,
                    Place.class,
                    Revision.Kind.class,
                    Role.class,
                    RuleFinding.Remark.class,
                    RuleVersion.Refused.class,
                    RuleVersion.Stage.class,
                    Severity.class,
                    SeverityAssessment.Reason.class,
                    SeverityInputs.Answer.class,
                    SeverityInputs.DataClass.class,
                    SeverityInputs.Impact.class,
                    SeverityInputs.Spread.class,
                    SeverityInputs.Surface.class,
                    Sign.class,
                    Stage.class,
                    StoreEnvironment.class,
                    SuppressAlert.Refused.class,
                    EscalateAlert.Indicators.class,
                    WithdrawIncident.Refused.class,
                    TimelineEntry.Kind.class,
                    TakeLogFile.Why.class,
                    WebhookDelivery.State.class,
                    WebhookState.class,
                    WebhookType.class);

    private static final List<Class<?>> ON_THE_TIMELINE =
            List.of(
                    IncidentEvent.class,
                    EvidenceEvent.class,
                    BreachEvent.class,
                    CampaignEvent.class);

    private static ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle(
                "cordon.texts",
                language,
                ResourceBundle.Control.getNoFallbackControl(
                        ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static Set<String> keys(Locale language) {
        return new TreeSet<>(bundle(language).keySet());
    }

    static Set<String> allKeys() {
        return keys(Locale.ENGLISH);
    }

    @Test
    void bothLanguagesSayTheSameThings() {
        var german = bundle(Locale.GERMAN);

        var ownKeys = Set.copyOf(linesOf("/cordon/texts_de.properties"));

        assertThat(ownKeys).containsExactlyInAnyOrderElementsOf(keys(Locale.ENGLISH));
        assertThat(german.keySet()).containsExactlyInAnyOrderElementsOf(keys(Locale.ENGLISH));
    }

    @Test
    void noKeyIsSaidTwice() {
        assertThat(linesOf("/cordon/texts.properties")).doesNotHaveDuplicates();
        assertThat(linesOf("/cordon/texts_de.properties")).doesNotHaveDuplicates();
    }

    @Test
    void everyTextThatAViewAsksForIsThere() {
        var asked =
                ASKED.matcher(sources())
                        .results()
                        .map(found -> found.group(1))
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(asked).hasSizeGreaterThan(100);
        assertThat(missing(asked)).isEmpty();
    }

    private static List<String> missing(Collection<String> asked) {
        var there = allKeys();
        return asked.stream().filter(key -> !there.contains(key)).toList();
    }

    @Test
    void everyTextIsUsed() {
        var literals =
                LITERAL.matcher(sources())
                        .results()
                        .map(found -> found.group(1))
                        .collect(Collectors.toSet());

        var unused = allKeys().stream().filter(key -> !isUsed(key, literals)).toList();

        assertThat(unused).isEmpty();
    }

    /** By its whole key, as a constant of a spoken type, or by a literal that its key goes on. */
    private static boolean isUsed(String key, Set<String> literals) {
        if (Character.isUpperCase(key.charAt(0))) {
            return SPOKEN.stream()
                    .flatMap(type -> Arrays.stream(type.getEnumConstants()))
                    .anyMatch(constant -> Words.key(constant).equals(key));
        }
        return literals.stream()
                .anyMatch(
                        literal ->
                                literal.equals(key)
                                        || key.startsWith(
                                                literal.endsWith(".") ? literal : literal + "."));
    }

    @Test
    void everyConstantThatIsShownHasItsWords() {
        var spoken =
                SPOKEN.stream()
                        .flatMap(type -> Arrays.stream(type.getEnumConstants()))
                        .map(Words::key)
                        .toList();

        assertThat(missing(spoken)).isEmpty();
    }

    @Test
    void everyFactHasItsSentenceOnTheTimeline() {
        var facts =
                ON_THE_TIMELINE.stream()
                        .flatMap(family -> Arrays.stream(family.getPermittedSubclasses()))
                        .flatMap(TextsTest::factTypes)
                        .map(type -> "timeline." + type)
                        .toList();

        assertThat(facts).hasSizeGreaterThan(15);
        assertThat(missing(facts)).isEmpty();
    }

    /** Custody has a sentence for each action that changes how an item is held. */
    private static Stream<String> factTypes(Class<?> fact) {
        return fact.equals(CustodyChanged.class)
                ? EnumSet.complementOf(
                                EnumSet.of(
                                        Action.COLLECTED,
                                        Action.VIEWED,
                                        Action.COPIED,
                                        Action.EXPORTED,
                                        Action.TRANSFERRED,
                                        Action.RECEIVED,
                                        Action.NOT_RECEIVED,
                                        Action.VERIFIED))
                        .stream()
                        .map(CustodyChanged::type)
                : Stream.of(fact.getSimpleName());
    }

    @Test
    void everyReasonOfAConnectionCheckIsSaidInWords() {
        var codes =
                Stream.concat(
                                Arrays.stream(StoreFailure.class.getPermittedSubclasses())
                                        .map(Class::getSimpleName),
                                Arrays.stream(Finding.values()).map(Finding::name))
                        .toList();

        assertThat(codes).hasSizeGreaterThan(40);
        assertThat(missing(codes.stream().map(code -> "found." + code).toList())).isEmpty();
        assertThat(
                        missing(
                                Arrays.stream(StoreFailure.class.getPermittedSubclasses())
                                        .map(type -> "cure." + type.getSimpleName())
                                        .toList()))
                .isEmpty();
    }

    @Test
    void everyAutomationHasAName() {
        var names =
                Arrays.stream(AutomationPolicy.values())
                        .map(policy -> "automation." + policy.actor().name())
                        .toList();

        assertThat(missing(names)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("allKeys")
    void everyTextIsAWellFormedPattern(String key) {
        for (var language : Words.LANGUAGES) {
            var text = bundle(language).getString(key);

            assertThat(text).isNotBlank().doesNotContain("'");
            if (!key.startsWith("timeline.") || key.equals("timeline.line")) {
                assertThatCode(() -> new MessageFormat(text, language)).doesNotThrowAnyException();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("allKeys")
    void bothLanguagesFillTheSamePlaces(String key) {
        assertThat(places(bundle(Locale.GERMAN).getString(key)))
                .isEqualTo(places(bundle(Locale.ENGLISH).getString(key)));
    }

    private static Set<String> places(String text) {
        return Pattern.compile("\\{(\\w+)")
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    @Test
    void aNumberIsWrittenAsTheLanguageDoes() {
        assertThat(Words.of(Locale.ENGLISH).text("number", 1204)).isEqualTo("1,204");
        assertThat(Words.of(Locale.GERMAN).text("number", 1204)).isEqualTo("1.204");
    }

    @Test
    void languageThatTheConsoleDoesNotSpeakIsAnsweredInEnglish() {
        assertThat(Words.of(Locale.FRENCH).of(Severity.CRITICAL)).isEqualTo("Critical");
    }

    private static List<String> linesOf(String resource) {
        try (var lines = TextsTest.class.getResourceAsStream(resource)) {
            return new String(lines.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.contains(" = ") && !line.startsWith("#"))
                    .map(line -> line.substring(0, line.indexOf(" = ")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sources() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(TextsTest::read)
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
