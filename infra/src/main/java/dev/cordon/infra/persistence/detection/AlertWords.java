package dev.cordon.infra.persistence.detection;

import dev.cordon.application.detection.AlertSummary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds alerts by their words, however many there are. The planner cannot know whether words that
 * begin so are common, so it is tried: common ones are among the latest alerts; those of others are
 * named by the index of words, and few enough to be put in order. Only words of very many alerts
 * that are in none of the latest are looked for in one alert after the other.
 */
final class AlertWords {

    /**
     * Where one way ends and the next begins.
     *
     * @param latest so many are looked at first
     * @param sorted so many are put in order
     */
    record Bounds(int latest, int sorted) {

        static final Bounds USUAL = new Bounds(2_000, 50_000);
    }

    private static final String FOUND = "a.words @@ to_tsquery('simple', :words)";
    private static final String NEWEST = " order by a.detected_at desc, a.id desc ";

    private final JdbcClient jdbc;
    private final String others;
    private final String all;
    private final Map<String, Object> values;

    private record Line(AlertSummary alert, boolean isOfTooMany) {}

    /**
     * @param words as PostgreSQL asks for them
     * @param conditions what else they have to meet, of the alert {@code a}
     * @param values of these conditions
     */
    AlertWords(
            JdbcClient jdbc,
            String words,
            List<String> conditions,
            Map<String, Object> values,
            Bounds bounds) {
        this.jdbc = jdbc;
        this.others = conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
        this.all = (others.isEmpty() ? "where " : others + " and ") + FOUND;
        this.values = new HashMap<>(values);
        this.values.put("words", words);
        this.values.put("latest", bounds.latest());
        this.values.put("sorted", bounds.sorted());
    }

    /** The newest of them, no more than so many. */
    List<AlertSummary> newest(int limit) {
        values.put("limit", limit);
        var latest = latest();
        if (latest.size() == limit) {
            return latest;
        }
        var sorted = sorted();
        return sorted.stream().anyMatch(Line::isOfTooMany)
                ? inOrder()
                : sorted.stream().map(Line::alert).toList();
    }

    /** How many there are, no more than so many. */
    int count(int most) {
        values.put("limit", most);
        int latest =
                number(
                        """
                        select count(*) from (
                            select 1 from (select * from alert a %s %s limit :latest) a
                            where %s limit :limit) counted
                        """
                                .formatted(others, NEWEST, FOUND));
        return latest == most
                ? most
                : number(
                        "select count(*) from (select 1 from alert a %s limit :limit) counted"
                                .formatted(all));
    }

    private List<AlertSummary> latest() {
        return jdbc.sql(
                        """
                        %s from (select * from alert a %s %s limit :latest) a
                        where %s %s limit :limit
                        """
                                .formatted(AlertLines.FIELDS, others, NEWEST, FOUND, NEWEST))
                .params(values)
                .query(AlertLines::line)
                .list();
    }

    /** All are found before they are put in order: so it is read by the index of words. */
    private List<Line> sorted() {
        return jdbc.sql(
                        """
                        with found as materialized (
                            select a.id, a.detected_at from alert a %s limit :sorted + 1)
                        %s, f.many > :sorted as too_many
                        from (select a.id, count(*) over () as many from found a %s limit :limit) f
                            join alert a on a.id = f.id
                        %s
                        """
                                .formatted(all, AlertLines.FIELDS, NEWEST, NEWEST))
                .params(values)
                .query(
                        (row, index) ->
                                new Line(AlertLines.line(row, index), row.getBoolean("too_many")))
                .list();
    }

    private List<AlertSummary> inOrder() {
        return jdbc.sql(
                        "%s from alert a %s %s limit :limit"
                                .formatted(AlertLines.FIELDS, all, NEWEST))
                .params(values)
                .query(AlertLines::line)
                .list();
    }

    private int number(String sql) {
        return jdbc.sql(sql).params(values).query(Integer.class).single();
    }
}
