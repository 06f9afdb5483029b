package dev.cordon.infra.pack;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** Ports at which the program is killed. */
final class Breaking {

    private Breaking() {}

    /** The program ends here. */
    static final class Killed extends RuntimeException {}

    /**
     * That port, which ends the program at that method.
     *
     * @param done whether it did its work before
     */
    @SuppressWarnings("unchecked")
    static <T> T at(Class<T> port, T real, String method, boolean done) {
        return (T)
                Proxy.newProxyInstance(
                        port.getClassLoader(),
                        new Class<?>[] {port},
                        (_, called, arguments) -> {
                            boolean here = called.getName().equals(method);
                            if (here && !done) {
                                throw new Killed();
                            }
                            try {
                                var answer = called.invoke(real, arguments);
                                if (here) {
                                    throw new Killed();
                                }
                                return answer;
                            } catch (InvocationTargetException e) {
                                throw e.getCause();
                            }
                        });
    }
}
