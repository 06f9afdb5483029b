package dev.cordon.infra.evidence;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Makes whoever asks stand still at a point of a port for good: in the middle of a transaction, or
 * between storage and record. So many can be where they should be when the program is killed.
 */
final class StandingStill implements BeanPostProcessor {

    private static final ThreadLocal<Point> WHERE = new ThreadLocal<>();
    private static final ThreadLocal<Runnable> REACHED = new ThreadLocal<>();
    private static final ThreadLocal<Integer> TIMES = ThreadLocal.withInitial(() -> 0);

    private final Set<Class<?>> ports;

    StandingStill(Set<Class<?>> ports) {
        this.ports = ports;
    }

    /** This thread goes no farther than that. */
    static void at(Point point, Runnable reached) {
        WHERE.set(point);
        REACHED.set(reached);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        for (var port : ports) {
            if (port.isInstance(bean)) {
                return Proxy.newProxyInstance(
                        port.getClassLoader(), new Class<?>[] {port}, asking(port, bean));
            }
        }
        return bean;
    }

    private static InvocationHandler asking(Class<?> port, Object bean) {
        return (_, called, arguments) -> {
            stop(port, called, false);
            called.setAccessible(true); // a port may be its package's own
            try {
                var answer = called.invoke(bean, arguments);
                stop(port, called, true);
                return answer;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        };
    }

    private static void stop(Class<?> port, Method called, boolean done)
            throws InterruptedException {
        var point = WHERE.get();
        if (point == null || !point.isAt(port, called.getName(), done)) {
            return;
        }
        TIMES.set(TIMES.get() + 1);
        if (TIMES.get() == point.time()) {
            REACHED.get().run();
            new CountDownLatch(1).await();
        }
    }
}
