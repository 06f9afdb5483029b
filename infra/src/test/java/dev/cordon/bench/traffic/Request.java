package dev.cordon.bench.traffic;

/** A line that somebody will cause, at that second of the day. */
record Request(
        double at,
        long number,
        String address,
        String method,
        String target,
        int status,
        long size,
        String referer,
        String agent)
        implements Comparable<Request> {

    /** By time; what was planned first goes first, or the log would differ from run to run. */
    @Override
    public int compareTo(Request other) {
        int byTime = Double.compare(at, other.at);
        return byTime != 0 ? byTime : Long.compare(number, other.number);
    }

    /** The line in the combined format. */
    String line(String stamp) {
        return address
                + " - - ["
                + stamp
                + " +0000] \""
                + method
                + " "
                + target
                + " HTTP/1.1\" "
                + status
                + " "
                + size
                + " \""
                + referer
                + "\" \""
                + agent
                + "\"\n";
    }
}
