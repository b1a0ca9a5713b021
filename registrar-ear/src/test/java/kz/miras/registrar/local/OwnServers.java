package kz.miras.registrar.local;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * A test that starts and ends servers itself. It runs after the one server of all other tests has
 * stopped, so that never more than needed is running.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("own-servers")
public @interface OwnServers {}
