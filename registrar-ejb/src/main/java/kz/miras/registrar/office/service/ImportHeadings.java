package kz.miras.registrar.office.service;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kz.miras.registrar.shared.Field;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.service.Messages;
import kz.miras.registrar.shared.service.RecordList;

/**
 * The headings a file may use for the fields of a list: a field's key, or its name in any of the
 * three languages.
 */
final class ImportHeadings {

  private final RecordList list;
  private final Map<String, String> names;

  private ImportHeadings(RecordList list, Map<String, String> names) {
    this.list = list;
    this.names = names;
  }

  static ImportHeadings of(RecordList list) {
    Map<String, String> names = new HashMap<>();
    for (Field field : list.fields()) {
      names.put(TableFile.folded(field.key()), field.key());
      for (Language language : Language.values()) {
        names.put(TableFile.folded(label(list.code(), field.key(), language)), field.key());
      }
    }
    return new ImportHeadings(list, names);
  }

  /** The field a heading names, or null. */
  private String field(String heading) {
    return names.get(TableFile.folded(heading));
  }

  /**
   * What is wrong with the headings of a file: required columns that are missing, a field named
   * twice, columns that belong to no field. Nothing a user typed is passed over in silence.
   *
   * @param others lists the file may have been meant for
   */
  List<Refusal> judge(List<String> headings, List<RecordList> others, Language language) {
    Set<String> seen = new HashSet<>();
    List<String> twice = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (String heading : headings) {
      String field = field(heading);
      if (field == null) {
        unknown.add(heading);
      } else if (!seen.add(field)) {
        twice.add(heading);
      }
    }
    String missing = missing(seen, language);
    Optional<RecordList> meant =
        missing.isEmpty() && unknown.isEmpty()
            ? Optional.empty()
            : others.stream().filter(other -> of(other).isMeantBy(headings)).findFirst();
    if (meant.isPresent()) {
      return List.of(
          refusal(
              "office.import.other-list",
              Messages.text(language, "frame.list." + meant.get().code()),
              Messages.text(language, "frame.list." + list.code())));
    }
    List<Refusal> refusals = new ArrayList<>();
    if (!missing.isEmpty()) {
      refusals.add(refusal("office.import.headings", missing));
    }
    if (!twice.isEmpty()) {
      refusals.add(refusal("office.import.heading-twice", String.join(", ", twice)));
    }
    if (!unknown.isEmpty()) {
      refusals.add(refusal("office.import.heading-unknown", String.join(", ", unknown)));
    }
    return refusals;
  }

  private boolean isMeantBy(List<String> headings) {
    Set<String> named = new HashSet<>();
    for (String heading : headings) {
      if (field(heading) == null) {
        return false;
      }
      named.add(field(heading));
    }
    return list.fields().stream().filter(Field::required).allMatch(f -> named.contains(f.key()));
  }

  private String missing(Set<String> seen, Language language) {
    return list.fields().stream()
        .filter(Field::required)
        .map(Field::key)
        .filter(field -> !seen.contains(field))
        .map(field -> label(list.code(), field, language))
        .collect(Collectors.joining(", "));
  }

  private static Refusal refusal(String code, Serializable... args) {
    return Refusal.of(code, "DAT-1", args).at("file");
  }

  /** A row by field instead of by heading. */
  TableRow byField(TableRow row) {
    return new TableRow(row.number(), byField(row.values()), byField(row.problems()));
  }

  private Map<String, String> byField(Map<String, String> byHeading) {
    Map<String, String> found = new LinkedHashMap<>();
    byHeading.forEach(
        (heading, text) -> {
          if (field(heading) != null) {
            found.put(field(heading), text);
          }
        });
    return found;
  }

  /** The name of a field as forms and templates show it. */
  static String label(String list, String field, Language language) {
    String own = "office.field." + list + "." + field;
    return Messages.has(language, own)
        ? Messages.text(language, own)
        : Messages.text(language, "office.field." + field);
  }
}
