package dev.cordon.application.detection;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Reads the logs of one store together, event by event in the order of their times. What rotation
 * made of one log is read one file after the other, and a single log straight through.
 */
public final class LogsInOrder {

    /** Told of a log that cannot be read to its end; the others are read all the same. */
    public interface Problems {
        void broke(LogFeed log, IOException reason);
    }

    private LogsInOrder() {}

    /**
     * @param logs each with its files, the earliest first
     */
    public static void read(List<List<LogFeed>> logs, Problems problems) {
        var waiting = new PriorityQueue<>(Comparator.comparingLong(Series::next));
        logs.forEach(each -> waiting.add(new Series(each, problems)));
        while (waiting.size() > 1) {
            var first = waiting.remove();
            first.readThrough(waiting.element().next());
            if (!first.isEmpty()) {
                waiting.add(first);
            }
        }
        waiting.forEach(Series::readAll);
    }

    /** The files of one log, the earliest first. */
    private static final class Series {

        private final List<LogFeed> left;
        private final Problems problems;

        Series(List<LogFeed> feeds, Problems problems) {
            this.left = new ArrayList<>(feeds);
            this.problems = problems;
        }

        boolean isEmpty() {
            return left.isEmpty();
        }

        /** When its next event happened, as far as is known without opening a file. */
        long next() {
            return left.getFirst().next();
        }

        /** Reads the next events that did not happen later than that. */
        void readThrough(long time) {
            do {
                step(feed -> feed.readThrough(time));
            } while (!isEmpty() && next() <= time);
        }

        void readAll() {
            while (!isEmpty()) {
                step(LogFeed::readAll);
            }
        }

        private void step(Step step) {
            var feed = left.getFirst();
            try {
                step.of(feed);
                if (feed.isAtEnd()) {
                    left.removeFirst();
                }
            } catch (IOException e) {
                left.removeFirst();
                feed.close();
                problems.broke(feed, e);
            }
        }
    }

    private interface Step {
        void of(LogFeed feed) throws IOException;
    }
}
