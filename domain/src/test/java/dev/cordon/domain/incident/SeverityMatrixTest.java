package dev.cordon.domain.incident;

import static dev.cordon.domain.incident.SeverityAssessment.Reason.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.incident.SeverityInputs.Answer;
import dev.cordon.domain.incident.SeverityInputs.DataClass;
import dev.cordon.domain.incident.SeverityInputs.Impact;
import dev.cordon.domain.incident.SeverityInputs.Spread;
import dev.cordon.domain.incident.SeverityInputs.Surface;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeverityMatrixTest {

    /** The default classification for e-commerce, row by row. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "skimmer on the checkout,         CHECKOUT,       CHANGED,    PAYMENT,  YES, 0,   CRITICAL",
        "injection that read customers,   DATABASE,       ENTERED,    PERSONAL, NO,  50,  CRITICAL",
        "administrator taken over,        ADMINISTRATION, TAKEN_OVER, NONE,     NO,  0,   CRITICAL",
        "stuffing with successes,         CUSTOMER_LOGIN, ENTERED,    PERSONAL, YES, 3,   HIGH",
        "stuffing with 500 accounts,      CUSTOMER_LOGIN, ENTERED,    PERSONAL, YES, 500, HIGH",
        "stuffing with 501 accounts,      CUSTOMER_LOGIN, ENTERED,    PERSONAL, NO,  501, CRITICAL",
        "stored payment methods in reach, CUSTOMER_LOGIN, ENTERED,    PAYMENT,  NO,  3,   CRITICAL",
        "defacement of product pages,     PRODUCT_PAGES,  CHANGED,    NONE,     NO,  0,   HIGH",
        "flood on the checkout,           CHECKOUT,       DEGRADED,   NONE,     YES, 0,   HIGH",
        "flood on search,                 SEARCH,         DEGRADED,   NONE,     YES, 0,   MEDIUM",
        "failed stuffing that goes on,    CUSTOMER_LOGIN, ATTEMPTED,  NONE,     YES, 0,   MEDIUM",
        "failed stuffing that is over,    CUSTOMER_LOGIN, ATTEMPTED,  NONE,     NO,  0,   LOW",
        "breach at the host,              SUPPLIER,       ENTERED,    PERSONAL, NO,  0,   HIGH",
    })
    void classifies(
            String event,
            Surface surface,
            Impact impact,
            DataClass data,
            Answer active,
            int people,
            Severity expected) {
        var inputs = new SeverityInputs(surface, impact, data, Spread.ONE_STORE, active, people);

        var assessment = SeverityMatrix.assess(inputs);

        assertThat(assessment.severity()).as(event).isEqualTo(expected);
        assertThat(assessment.reasons()).isNotEmpty();
    }

    @Test
    void namesTheRulesThatFiredFloorFirst() {
        var inputs =
                new SeverityInputs(
                        Surface.CUSTOMER_LOGIN,
                        Impact.ENTERED,
                        DataClass.PERSONAL,
                        Spread.SEVERAL_STORES,
                        Answer.YES,
                        101);

        var assessment = SeverityMatrix.assess(inputs);

        assertThat(assessment.reasons())
                .containsExactly(
                        ACCOUNTS_ENTERED, ATTACKER_ACTIVE, MORE_THAN_100_PEOPLE, SEVERAL_STORES);
    }

    @Test
    void unknownCountsAsTheWorseCaseAndSaysSo() {
        var nothingKnown =
                new SeverityInputs(
                        Surface.UNKNOWN,
                        Impact.UNKNOWN,
                        DataClass.UNKNOWN,
                        Spread.UNKNOWN,
                        Answer.UNKNOWN,
                        0);

        var assessment = SeverityMatrix.assess(nothingKnown);

        assertThat(assessment.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(assessment.reasons()).contains(UNKNOWN_COUNTS_AS_WORSE);
    }
}
