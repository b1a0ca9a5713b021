package kz.miras.registrar.frame.ws;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import kz.miras.registrar.access.subsystem.ApiScope;

/**
 * SUB-2. The scopes a call needs, all of them; none for what anybody may call who may call at all.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Needs {
  /** The scopes. */
  ApiScope[] value();
}
