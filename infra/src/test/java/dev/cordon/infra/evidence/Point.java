package dev.cordon.infra.evidence;

/**
 * Where somebody's work is when the program is killed.
 *
 * @param port the simple name of the port that is asked
 * @param method what is asked of it
 * @param done whether it has done its work by then
 * @param time whether it is the first time, or the second
 */
record Point(String port, String method, boolean done, int time) {

    static Point before(String port, String method) {
        return new Point(port, method, false, 1);
    }

    static Point after(String port, String method) {
        return new Point(port, method, true, 1);
    }

    Point secondTime() {
        return new Point(port, method, done, 2);
    }

    boolean isAt(Class<?> asked, String called, boolean after) {
        return port.equals(asked.getSimpleName()) && method.equals(called) && done == after;
    }
}
