package dev.cordon.domain.detection.log;

/**
 * What a log showed in a while, in numbers alone: no address, account or other word of a line.
 *
 * @param lines that came in, those that were not understood among them
 * @param bytes of them, with their ends
 * @param understood lines
 * @param succeeded answers with a status of 200 to 299
 * @param redirected 300 to 399
 * @param refused 400 to 499
 * @param failed 500 to 599
 * @param logins that events told of, successful ones
 * @param failedLogins that events told of
 * @param orders placed
 * @param failedOrders that failed
 * @param payments that succeeded
 * @param failedPayments that failed
 */
public record TrafficCounts(
        long lines,
        long bytes,
        long understood,
        long succeeded,
        long redirected,
        long refused,
        long failed,
        long logins,
        long failedLogins,
        long orders,
        long failedOrders,
        long payments,
        long failedPayments) {

    public static final TrafficCounts NOTHING =
            new TrafficCounts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    public TrafficCounts plus(TrafficCounts other) {
        return new TrafficCounts(
                lines + other.lines,
                bytes + other.bytes,
                understood + other.understood,
                succeeded + other.succeeded,
                redirected + other.redirected,
                refused + other.refused,
                failed + other.failed,
                logins + other.logins,
                failedLogins + other.failedLogins,
                orders + other.orders,
                failedOrders + other.failedOrders,
                payments + other.payments,
                failedPayments + other.failedPayments);
    }
}
