package dev.cordon.bench.traffic;

/** A line that somebody will cause, at that second of the day. */
record Request(
        double at,
        String address,
        String method,
        String target,
        int status,
        long size,
        String referer,
        String agent)
        implements Comparable<Request> {

    @Override
    public int compareTo(Request other) {
        return Double.compare(at, other.at);
    }
}
