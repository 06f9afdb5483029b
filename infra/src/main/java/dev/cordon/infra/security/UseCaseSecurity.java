package dev.cordon.infra.security;

import dev.cordon.application.stereotype.Queries;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.application.stereotype.UseCase;
import java.lang.annotation.Annotation;
import org.springframework.aop.support.ComposablePointcut;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.security.authorization.SpringAuthorizationEventPublisher;

/** Puts the interceptor around every use case, outside the transaction. */
@Configuration(proxyBeanMethods = false)
class UseCaseSecurity {

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static DefaultPointcutAdvisor useCaseAdvisor(
            ObjectProvider<Identities> identities, ApplicationEventPublisher publisher) {
        var pointcut =
                new ComposablePointcut(marked(UseCase.class).getClassFilter())
                        .union(marked(StreamingUseCase.class).getClassFilter())
                        .union(marked(Queries.class).getClassFilter());
        var interceptor =
                new UseCaseInterceptor(
                        identities, new SpringAuthorizationEventPublisher(publisher));
        var advisor = new DefaultPointcutAdvisor(pointcut, interceptor);
        // The transaction's own advisor has the lowest precedence: this one is always outside it.
        advisor.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return advisor;
    }

    private static AnnotationMatchingPointcut marked(Class<? extends Annotation> mark) {
        return new AnnotationMatchingPointcut(mark);
    }
}
