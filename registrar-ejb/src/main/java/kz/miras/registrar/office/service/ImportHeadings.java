package kz.miras.registrar.office.service;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kz.miras.registrar.shared.Field;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.service.Messages;

/** The headings a file may use for a field: its key, or its name in any of the three languages. */
final class ImportHeadings {

  private ImportHeadings() {}

  /** Field key by folded heading. */
  static Map<String, String> of(String list, List<Field> fields) {
    Map<String, String> names = new HashMap<>();
    for (Field field : fields) {
      names.put(folded(field.key()), field.key());
      for (Language language : Language.values()) {
        names.put(folded(label(list, field.key(), language)), field.key());
      }
    }
    return names;
  }

  /** The name of a field as forms and templates show it. */
  static String label(String list, String field, Language language) {
    String own = "office.field." + list + "." + field;
    return Messages.has(language, own)
        ? Messages.text(language, own)
        : Messages.text(language, "office.field." + field);
  }

  static String folded(String heading) {
    return heading.strip().replace("*", "").strip().toLowerCase(Locale.ROOT);
  }
}
