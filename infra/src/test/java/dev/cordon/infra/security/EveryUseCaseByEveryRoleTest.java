package dev.cordon.infra.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.application.kernel.Denied;
import dev.cordon.application.people.StoreScopes;
import dev.cordon.application.stereotype.Queries;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.people.AutomationPolicy;
import dev.cordon.domain.people.Permission;
import dev.cordon.domain.people.Role;
import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.objenesis.ObjenesisStd;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;

/**
 * Every use case is called by everybody, through the interceptor that the program uses. A refused
 * call never reaches the body; an allowed one does, and fails there, for it has nothing to work
 * with.
 */
class EveryUseCaseByEveryRoleTest {

    private static final List<Method> METHODS = methods();

    @AfterEach
    void logOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void thereAreUseCasesToCall() {
        assertThat(METHODS).hasSizeGreaterThan(50);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void aRoleReachesExactlyWhatItPermits(Role role) {
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken("who", "", "ROLE_" + role.id()));

        var reached = reached(_ -> true);

        assertThat(reached).isEqualTo(requiring(role.permissions()::contains));
    }

    @ParameterizedTest
    @EnumSource(AutomationPolicy.class)
    void anAutomationReachesExactlyWhatItsPolicySays(AutomationPolicy automation) {
        var reached = CallerContext.callAs(automation, () -> reached(_ -> true));

        assertThat(reached).isEqualTo(requiring(automation.access()::may));
    }

    @Test
    void whoeverIsNotLoggedInReachesNothing() {
        assertThat(reached(_ -> true)).isEmpty();
    }

    @Test
    void whoeverHasNoRoleReachesNothing() {
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken("who", "", "OIDC_USER"));

        assertThat(reached(_ -> true)).isEmpty();
    }

    @Test
    void theAuditorReachesNothingThatChanges() {
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken("amira", "", "ROLE_auditor"));

        var reached = reached(method -> method.getAnnotation(Requires.class).value().changes());

        assertThat(reached).isEmpty();
    }

    @Test
    void everyPublicMethodSaysWhatItRequires() {
        assertThat(METHODS).allMatch(method -> method.isAnnotationPresent(Requires.class));
    }

    private static Set<String> reached(Predicate<Method> which) {
        return METHODS.stream()
                .filter(which)
                .filter(EveryUseCaseByEveryRoleTest::isReached)
                .map(EveryUseCaseByEveryRoleTest::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> requiring(Predicate<Permission> permitted) {
        return METHODS.stream()
                .filter(method -> method.isAnnotationPresent(Requires.class))
                .filter(method -> permitted.test(method.getAnnotation(Requires.class).value()))
                .map(EveryUseCaseByEveryRoleTest::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isReached(Method method) {
        var target = new ObjenesisStd().newInstance(method.getDeclaringClass());
        var factory = new ProxyFactory(target);
        factory.setProxyTargetClass(true);
        factory.addAdvisor(
                UseCaseSecurity.useCaseAdvisor(
                        IDENTITIES.getBeanProvider(Identities.class), _ -> {}));
        try {
            method.invoke(factory.getProxy(), arguments(method));
            return true;
        } catch (InvocationTargetException e) {
            return !(e.getCause() instanceof Denied);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object[] arguments(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .map(
                        type ->
                                type == int.class
                                        ? (Object) 0
                                        : type == long.class
                                                ? (Object) 0L
                                                : type == boolean.class ? (Object) false : null)
                .toArray();
    }

    private static String name(Method method) {
        return method.getDeclaringClass().getSimpleName()
                + "."
                + method.getName()
                + Arrays.toString(method.getParameterTypes());
    }

    private static List<Method> methods() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        for (Class<? extends Annotation> mark :
                List.of(UseCase.class, StreamingUseCase.class, Queries.class)) {
            scanner.addIncludeFilter(new AnnotationTypeFilter(mark));
        }
        return scanner.findCandidateComponents("dev.cordon").stream()
                .map(found -> load(found.getBeanClassName()))
                .filter(type -> !type.getName().startsWith("dev.cordon.architecture"))
                .filter(type -> !type.getName().contains("Probe"))
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .filter(method -> !method.isSynthetic())
                .toList();
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final StaticListableBeanFactory IDENTITIES = identities();

    private static StaticListableBeanFactory identities() {
        var beans = new StaticListableBeanFactory();
        beans.addBean(
                "identities",
                new Identities(
                        new Grants(new EveryStore()),
                        beans.getBeanProvider(SecurityContextHolderStrategy.class)));
        return beans;
    }

    private static class EveryStore implements StoreScopes {
        @Override
        public StoreScope of(String username, Role role) {
            return StoreScope.ALL;
        }

        @Override
        public void limit(String username, Role role, Set<StoreId> stores) {}
    }
}
