package dev.cordon.infra.persistence;

import static java.util.Map.entry;

import java.util.Map;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How history is written; in code, because records would read differently otherwise. */
@Configuration(proxyBeanMethods = false)
class PersistenceConfiguration {

    @Bean
    HibernatePropertiesCustomizer history() {
        return settings ->
                settings.putAll(
                        Map.ofEntries(
                                entry("hibernate.jdbc.time_zone", "UTC"),
                                entry("hibernate.jdbc.batch_size", "50"),
                                entry("hibernate.order_inserts", "true"),
                                entry("org.hibernate.envers.audit_table_suffix", "_aud"),
                                entry("org.hibernate.envers.revision_field_name", "rev"),
                                entry("org.hibernate.envers.revision_type_field_name", "revtype"),
                                entry("org.hibernate.envers.audit_strategy", "validity"),
                                entry(
                                        "org.hibernate.envers.audit_strategy_validity_end_rev_field_name",
                                        "revend"),
                                entry("org.hibernate.envers.store_data_at_delete", "true"),
                                // Credentials and role limits come back under the id they had.
                                entry("org.hibernate.envers.allow_identifier_reuse", "true"),
                                entry("org.hibernate.envers.global_with_modified_flag", "true"),
                                entry("org.hibernate.envers.modified_flag_suffix", "_mod"),
                                entry(
                                        "org.hibernate.envers.modified_column_naming_strategy",
                                        "improved")));
    }
}
