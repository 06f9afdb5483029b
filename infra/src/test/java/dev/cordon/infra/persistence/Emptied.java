package dev.cordon.infra.persistence;

import dev.cordon.infra.database.OwnerConnection;
import java.sql.SQLException;
import org.springframework.boot.test.context.TestComponent;

/** Takes everything out of the database between two tests, as only its owner can. */
@TestComponent
public class Emptied {

    private final OwnerConnection owner;

    Emptied(OwnerConnection owner) {
        this.owner = owner;
    }

    public void empty() {
        asOwner(
                """
                    do $$
                    declare
                        guarded name;
                        tables text;
                    begin
                        for guarded in
                            select tgrelid::regclass::text from pg_trigger
                            where tgname in ('append_only', 'unchangeable')
                        loop
                            execute format('alter table %I disable trigger user', guarded);
                        end loop;
                        select string_agg(quote_ident(tablename), ', ') into tables
                        from pg_tables
                        where schemaname = 'public' and tablename <> 'flyway_schema_history';
                        execute 'truncate ' || tables;
                        for guarded in
                            select tgrelid::regclass::text from pg_trigger
                            where tgname in ('append_only', 'unchangeable')
                        loop
                            execute format('alter table %I enable trigger user', guarded);
                        end loop;
                    end $$
                    """);
    }

    /** Does what the program itself may not. */
    public void asOwner(String sql) {
        try (var connection = owner.open();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
