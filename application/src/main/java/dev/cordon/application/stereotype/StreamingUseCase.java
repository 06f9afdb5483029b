package dev.cordon.application.stereotype;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.stereotype.Component;

/**
 * A use case that first does slow work outside the database (takes in bytes, asks a store, sends a
 * message) and only then records it: no transaction is held open meanwhile. What it records it
 * records through {@link dev.cordon.application.kernel.UnitOfWork}.
 */
@Documented
@Component
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface StreamingUseCase {}
