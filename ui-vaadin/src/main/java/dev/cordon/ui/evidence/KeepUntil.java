package dev.cordon.ui.evidence;

import com.vaadin.flow.component.datepicker.DatePicker;
import dev.cordon.domain.evidence.EvidenceItem;
import dev.cordon.ui.kernel.Moments;
import dev.cordon.ui.kernel.Words;
import java.time.Instant;
import java.time.LocalDate;

/** The last day on which an item is kept, in the viewer's zone: none before what holds now. */
class KeepUntil extends DatePicker {

    private static final int MOST_YEARS = 99;

    private final Moments moments = Moments.here();
    private final LocalDate first;
    private final LocalDate last;

    KeepUntil(EvidenceItem item) {
        var words = Words.here();
        var now = item.custody().keepUntil();
        first = LocalDate.ofInstant(now, moments.zone());
        last =
                LocalDate.ofInstant(item.acquisition().receivedAt(), moments.zone())
                        .plusYears(MOST_YEARS);
        setId("evidence-until");
        setLabel(words.text("evidence.until"));
        setHelperText(words.text("evidence.until.help", moments.day(now)));
        setErrorMessage(words.text("evidence.until.wrong", moments.day(now)));
        setLocale(words.locale());
        setMin(first);
        setMax(last);
        setManualValidation(true);
        setRequiredIndicatorVisible(true);
        setWidthFull();
    }

    boolean isReady() {
        var day = getValue();
        setInvalid(day == null || day.isBefore(first) || day.isAfter(last));
        return !isInvalid();
    }

    /** The end of that day. */
    Instant moment() {
        return getValue().plusDays(1).atStartOfDay(moments.zone()).toInstant();
    }
}
