package dev.cordon.application.notification;

import dev.cordon.domain.breach.Basis;
import dev.cordon.domain.notification.NoticeText;
import java.util.Map;

/** The words to begin with, by language (ISO 639-1). They say no more than the basis allows. */
public interface NoticeTemplates {

    Map<String, NoticeText> accountsEntered(Basis basis);
}
