package kz.miras.registrar.shared.template;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * DOC-31. What a template can read of a value: components of records and getters of this
 * application's own classes, entries of maps and lists, length of texts, and methods of {@link
 * TemplateTool}. Every other class is closed to it.
 */
final class TemplateValues {

  private static final String OWN = "kz.miras.registrar.";

  /** Where an each stands: the one class of the template engine that is read. */
  private static final String PLACE = "org.thymeleaf.engine.IterationStatusVar";

  private static final Map<Class<?>, Map<String, Method>> READ = new ConcurrentHashMap<>();

  private TemplateValues() {}

  /** A part of a value; nothing where the value is nothing. */
  static Object property(Object of, String name) {
    if (of == null) {
      return null;
    }
    if (of instanceof Map<?, ?> map) {
      return "empty".equals(name) ? (Object) map.isEmpty() : map.get(name);
    }
    if (of instanceof Map.Entry<?, ?> entry) {
      return switch (name) {
        case "key" -> entry.getKey();
        case "value" -> entry.getValue();
        default -> throw unknown(of, name);
      };
    }
    if (of instanceof Collection<?> all && "empty".equals(name)) {
      return all.isEmpty();
    }
    return invoke(readable(of, name), of);
  }

  /** What a value answers; nothing where the value is nothing. */
  static Object call(Object of, String name, Object... arguments) {
    if (of == null) {
      return null;
    }
    if (of instanceof TemplateTool || arguments.length > 0 && of instanceof Record) {
      return helped(of, name, arguments);
    }
    if (arguments.length == 1 && "get".equals(name)) {
      return element(of, arguments[0]);
    }
    if (arguments.length > 0) {
      throw unknown(of, name);
    }
    if (of instanceof Enum<?> constant && "name".equals(name)) {
      return constant.name();
    }
    if ("toString".equals(name) && (of instanceof Number || of instanceof String)) {
      return of.toString();
    }
    if (of instanceof String text) {
      return text(text, name);
    }
    if (of instanceof Collection<?> all) {
      return size(all.size(), of, name);
    }
    if (of instanceof Map<?, ?> map) {
      return size(map.size(), of, name);
    }
    return invoke(readable(of, name), of);
  }

  private static Object element(Object of, Object key) {
    if (of instanceof Map<?, ?> map) {
      return map.get(key);
    }
    if (of instanceof List<?> list && key instanceof Integer place) {
      return place >= 0 && place < list.size() ? list.get(place) : null;
    }
    throw unknown(of, "get");
  }

  private static Object text(String of, String name) {
    return switch (name) {
      case "length" -> of.length();
      case "isEmpty" -> of.isEmpty();
      case "isBlank" -> of.isBlank();
      case "toUpperCase" -> of.toUpperCase(Locale.ROOT);
      default -> throw unknown(of, name);
    };
  }

  private static Object size(int size, Object of, String name) {
    return switch (name) {
      case "size" -> size;
      case "isEmpty" -> size == 0;
      default -> throw unknown(of, name);
    };
  }

  private static Object helped(Object of, String name, Object... arguments) {
    for (Method method : of.getClass().getMethods()) {
      if (method.getName().equals(name)
          && method.getParameterCount() == arguments.length
          && isOwn(method)
          && accepts(method, arguments)) {
        return invoke(method, of, arguments);
      }
    }
    throw unknown(of, name);
  }

  private static boolean accepts(Method method, Object... arguments) {
    for (int i = 0; i < arguments.length; i++) {
      Class<?> type = method.getParameterTypes()[i];
      if (arguments[i] == null ? type.isPrimitive() : !boxed(type).isInstance(arguments[i])) {
        return false;
      }
    }
    return true;
  }

  private static Class<?> boxed(Class<?> type) {
    return type == int.class ? Integer.class : type == boolean.class ? Boolean.class : type;
  }

  private static Method readable(Object of, String name) {
    Method method = READ.computeIfAbsent(of.getClass(), TemplateValues::readable).get(name);
    if (method == null) {
      throw unknown(of, name);
    }
    return method;
  }

  /** Every name a template reads of a class, with and without the word get or is. */
  private static Map<String, Method> readable(Class<?> type) {
    Map<String, Method> found = new ConcurrentHashMap<>();
    for (Method method : type.getMethods()) {
      if (method.getParameterCount() == 0
          && method.getReturnType() != void.class
          && !Modifier.isStatic(method.getModifiers())
          && (isOwn(method) || method.getDeclaringClass().getName().equals(PLACE))) {
        String property = property(method.getName());
        if (property != null) {
          found.putIfAbsent(property, method);
          found.put(method.getName(), method);
        } else if (type.isRecord() || isPlain(type)) {
          found.put(method.getName(), method);
        }
      }
    }
    if (type.isRecord()) {
      for (RecordComponent component : type.getRecordComponents()) {
        component.getAccessor().trySetAccessible();
        found.put(component.getName(), component.getAccessor());
      }
    }
    return found;
  }

  /** Whether reading it changes nothing whatever it is called by: no entity, no service. */
  private static boolean isPlain(Class<?> type) {
    return type.isEnum()
        || type.getEnclosingClass() != null && type.getEnclosingClass().isEnum()
        || TemplateTool.class.isAssignableFrom(type);
  }

  private static boolean isOwn(Method method) {
    return method.getDeclaringClass().getName().startsWith(OWN);
  }

  private static String property(String method) {
    for (String prefix : List.of("get", "is")) {
      if (method.length() > prefix.length()
          && method.startsWith(prefix)
          && Character.isUpperCase(method.charAt(prefix.length()))) {
        String rest = method.substring(prefix.length());
        return Character.toLowerCase(rest.charAt(0)) + rest.substring(1);
      }
    }
    return null;
  }

  private static Object invoke(Method method, Object of, Object... arguments) {
    try {
      method.trySetAccessible();
      return method.invoke(of, arguments);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(method.getName() + " fails", e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(method.getName() + " cannot be read", e);
    }
  }

  private static ExpressionException unknown(Object of, String name) {
    return new ExpressionException(
        "shared.template.unknown", name + " (" + of.getClass().getSimpleName() + ")");
  }
}
