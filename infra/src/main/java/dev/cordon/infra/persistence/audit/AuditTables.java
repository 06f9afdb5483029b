package dev.cordon.infra.persistence.audit;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Table;
import java.util.List;
import org.hibernate.envers.Audited;
import org.springframework.stereotype.Component;

/** The names of all tables whose rows have a history, read off the mapped classes. */
@Component
class AuditTables {

    private final List<String> names;

    AuditTables(EntityManagerFactory entities) {
        names =
                entities.getMetamodel().getEntities().stream()
                        .map(type -> type.getJavaType())
                        .filter(type -> type.isAnnotationPresent(Audited.class))
                        .map(type -> type.getAnnotation(Table.class).name())
                        .sorted()
                        .toList();
    }

    /** Without the suffix of the history table, {@code _aud}. */
    List<String> names() {
        return names;
    }
}
