package dev.cordon.infra.persistence;

import dev.cordon.application.kernel.Page;
import java.util.List;
import java.util.function.Function;

/** Cuts pages out of a list that was read one item further than asked. */
public final class Pages {

    private Pages() {}

    /** How many to read, to know whether there are more. */
    public static int limit(Page.Request request) {
        return request.size() + 1;
    }

    /** After which number the page begins, in a list that is ordered by a number from 1. */
    public static int ordinal(Page.Request request) {
        return request.after() == null ? 0 : Math.toIntExact(number(request.after()));
    }

    /** A place that is a number. */
    public static long number(String place) {
        try {
            return Long.parseLong(place);
        } catch (NumberFormatException e) {
            throw Cursor.notOurs(e);
        }
    }

    /** The page, and the place after its last item if there are more. */
    public static <R, T> Page<T> of(
            List<R> read, Page.Request request, Function<R, Object> place, Function<R, T> item) {
        var shown = read.subList(0, Math.min(read.size(), request.size()));
        var next = read.size() > shown.size() ? place.apply(shown.getLast()).toString() : null;
        return new Page<>(shown.stream().map(item).toList(), next);
    }
}
