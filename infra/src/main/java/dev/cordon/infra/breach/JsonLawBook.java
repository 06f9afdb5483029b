package dev.cordon.infra.breach;

import dev.cordon.application.breach.LawBook;
import dev.cordon.domain.breach.DutyRule;
import dev.cordon.domain.breach.DutyRule.Anchor;
import dev.cordon.domain.breach.DutyRule.Audience;
import dev.cordon.domain.breach.DutyRule.Clock;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The law file of the General Data Protection Regulation. Takes the duties towards authority,
 * individuals and register that awareness starts; duties in phases and of processors have other
 * anchors.
 */
@Component
class JsonLawBook implements LawBook {

    private static final String FILE = "/law/eu-gdpr.json";

    private final List<DutyRule> duties;

    JsonLawBook() {
        try (var file = JsonLawBook.class.getResourceAsStream(FILE)) {
            duties = read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<DutyRule> duties() {
        return duties;
    }

    static List<DutyRule> read(@Nullable InputStream file) {
        if (file == null) {
            throw new IllegalStateException("the law file " + FILE + " is missing");
        }
        var rules = new ArrayList<DutyRule>();
        for (var regime : JsonMapper.shared().readTree(file).required("regimes")) {
            for (var duty : regime.required("duties")) {
                if (isStartedByAwareness(duty)) {
                    rules.add(rule(regime, duty));
                }
            }
        }
        return List.copyOf(rules);
    }

    private static boolean isStartedByAwareness(JsonNode duty) {
        return duty.required("clock").required("anchor").asString().equals("AWARE");
    }

    private static DutyRule rule(JsonNode regime, JsonNode duty) {
        return new DutyRule(
                regime.required("id").asString() + "/" + duty.required("id").asString(),
                shortName(regime.required("name").asString()),
                regime.required("as_of").asString(),
                audience(duty.required("audience").asString()),
                duty.required("clock").required("text").asString(),
                regime.required("legal_ref").asString(),
                clock(duty.required("clock")));
    }

    /** Without the countries in brackets: {@code EU GDPR}. */
    private static String shortName(String name) {
        int bracket = name.indexOf(" (");
        return bracket < 0 ? name : name.substring(0, bracket);
    }

    private static Audience audience(String word) {
        return switch (word) {
            case "authority" -> Audience.AUTHORITY;
            case "individuals" -> Audience.INDIVIDUALS;
            case "register" -> Audience.REGISTER;
            default -> throw new IllegalStateException("unknown audience in the law file: " + word);
        };
    }

    private static @Nullable Clock clock(JsonNode clock) {
        return switch (clock.required("unit").asString()) {
            case "NONE" -> null;
            case "ELAPSED_HOURS" -> new Clock(clock.required("value").asInt(), Anchor.AWARE);
            default -> throw new IllegalStateException("unknown unit in the law file: " + clock);
        };
    }
}
