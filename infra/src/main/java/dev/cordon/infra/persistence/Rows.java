package dev.cordon.infra.persistence;

import dev.cordon.application.kernel.Page;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A query for rows of one kind, put together from fixed conditions; values travel as parameters.
 *
 * @param <R> the row, {@code r} in the conditions
 */
public final class Rows<R> {

    private final EntityManager em;
    private final Class<R> type;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

    private Rows(EntityManager em, Class<R> type) {
        this.em = em;
        this.type = type;
    }

    public static <R> Rows<R> of(EntityManager em, Class<R> type) {
        return new Rows<>(em, type);
    }

    public Rows<R> where(String condition) {
        conditions.add(condition);
        return this;
    }

    public Rows<R> where(String condition, String name, Object value) {
        conditions.add(condition);
        values.put(name, value);
        return this;
    }

    /** Rows of stores outside the scope are not there. */
    public Rows<R> within(StoreScope scope) {
        return switch (scope) {
            case StoreScope.All _ -> this;
            case StoreScope.Only(var stores) ->
                    where(
                            "r.store in :stores",
                            "stores",
                            stores.stream().map(StoreId::value).toList());
        };
    }

    /** Latest first, by that time and the id. */
    public <T> Page<T> page(
            String time, Page.Request request, Function<R, Cursor> place, Function<R, T> item) {
        if (request.after() != null) {
            var after = Cursor.of(request.after());
            where(
                    "(r." + time + " < :at or (r." + time + " = :at and r.id < :id))",
                    "at",
                    after.at());
            values.put("id", after.id());
        }
        var read =
                query("r.%s desc, r.id desc".formatted(time))
                        .setMaxResults(Pages.limit(request))
                        .getResultList();
        return Pages.of(read, request, place::apply, item);
    }

    public List<R> all(String order) {
        return query(order).getResultList();
    }

    public int count() {
        var query = em.createQuery("select count(*)" + fromWhere(), Long.class);
        values.forEach(query::setParameter);
        return Math.toIntExact(query.getSingleResult());
    }

    private TypedQuery<R> query(String order) {
        var query = em.createQuery("select r" + fromWhere() + " order by " + order, type);
        values.forEach(query::setParameter);
        return query;
    }

    private String fromWhere() {
        var from = " from " + type.getSimpleName() + " r";
        return conditions.isEmpty() ? from : from + " where " + String.join(" and ", conditions);
    }
}
