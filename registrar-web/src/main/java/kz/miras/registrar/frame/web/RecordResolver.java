package kz.miras.registrar.frame.web;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;
import jakarta.el.PropertyNotWritableException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Reads the components of records as properties, {@code #{row.name}}, as EL 6 will by itself. */
public class RecordResolver extends ELResolver {

  private static final ClassValue<Map<String, RecordComponent>> COMPONENTS =
      new ClassValue<>() {
        @Override
        protected Map<String, RecordComponent> computeValue(Class<?> type) {
          return Arrays.stream(type.getRecordComponents())
              .collect(
                  Collectors.toMap(
                      RecordComponent::getName, one -> one, (a, b) -> a, ConcurrentHashMap::new));
        }
      };

  @Override
  public Object getValue(ELContext context, Object base, Object property) {
    RecordComponent component = component(base, property).orElse(null);
    if (component == null) {
      return null;
    }
    try {
      Object value = component.getAccessor().invoke(base);
      context.setPropertyResolved(base, property);
      return value;
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new ELException(e);
    }
  }

  @Override
  public Class<?> getType(ELContext context, Object base, Object property) {
    component(base, property).ifPresent(found -> context.setPropertyResolved(base, property));
    return null;
  }

  @Override
  public void setValue(ELContext context, Object base, Object property, Object value) {
    if (component(base, property).isPresent()) {
      throw new PropertyNotWritableException(String.valueOf(property));
    }
  }

  @Override
  public boolean isReadOnly(ELContext context, Object base, Object property) {
    component(base, property).ifPresent(found -> context.setPropertyResolved(base, property));
    return true;
  }

  @Override
  public Class<?> getCommonPropertyType(ELContext context, Object base) {
    return base instanceof Record ? String.class : null;
  }

  private static Optional<RecordComponent> component(Object base, Object property) {
    return base instanceof Record && property != null
        ? Optional.ofNullable(COMPONENTS.get(base.getClass()).get(property.toString()))
        : Optional.empty();
  }
}
