package dev.cordon.infra.persistence;

import dev.cordon.infra.database.TestDatabase;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** A test on PostgreSQL with the program's persistence and nothing else of it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SpringExtension.class)
@ContextConfiguration(
        classes = PersistenceTestConfiguration.class,
        initializers = {ConfigDataApplicationContextInitializer.class, TestDatabase.class})
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
public @interface PersistenceTest {}
