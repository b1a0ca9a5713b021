package kz.miras.registrar.shared.service;

import java.util.function.Supplier;
import kz.miras.registrar.shared.service.TemplateSource.Template;

/** DOC-31, DOC-65. A version of a template somebody tries, on the thread that tries it. */
public final class TriedTemplate {

  private static final ThreadLocal<TriedTemplate> TRIED = new ThreadLocal<>();

  private final Template version;
  private final Object stamp;

  private TriedTemplate(Template version, Object stamp) {
    this.version = version;
    this.stamp = stamp;
  }

  /**
   * Makes a document by a version that is not in force.
   *
   * @param stamp sample of what the document shows of its signature; null for a template of what is
   *     not signed
   * @param making what prints it; everything it prints by this template is printed by the version
   */
  public static <T> T trying(Template version, Object stamp, Supplier<T> making) {
    TRIED.set(new TriedTemplate(version, stamp));
    try {
      return making.get();
    } finally {
      TRIED.remove();
    }
  }

  /** Whether what is printed on this thread is a trial of the template of a signed document. */
  public static boolean showsSample() {
    return stamp() != null;
  }

  /** The version tried of a template; null where it is not tried. */
  static Template of(String template) {
    TriedTemplate tried = TRIED.get();
    return tried != null && tried.version.name().equals(template) ? tried.version : null;
  }

  static boolean is(Template version) {
    return TRIED.get() != null && TRIED.get().version == version;
  }

  /** The sample of a stamp; null where none is shown. */
  static Object stamp() {
    return TRIED.get() == null ? null : TRIED.get().stamp;
  }
}
