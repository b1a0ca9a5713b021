package kz.miras.registrar.office.service;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kz.miras.registrar.shared.Field;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.service.Messages;
import kz.miras.registrar.shared.service.RecordList;

/**
 * The words people know the values of a choice by. Screens and templates show them, and a file may
 * hold them in any of the three languages, or the abbreviation of a cycle or a component, in the
 * place of the code.
 */
public final class ChoiceWords {

  private static final String STUDY_LANGUAGE = "transcript.language.";

  /** Where the words of a field are, the ones that are shown first; by list where lists differ. */
  private static final Map<String, List<String>> KEYS =
      Map.ofEntries(
          Map.entry("level", List.of("curriculum.level.")),
          Map.entry("cycle", List.of("curriculum.cycle.", "curriculum.cycle-short.")),
          Map.entry("component", List.of("curriculum.component.", "curriculum.component.short.")),
          Map.entry("control_form", List.of("curriculum.control.")),
          Map.entry("sex", List.of("shared.sex.")),
          Map.entry("study_form", List.of("student.form.")),
          Map.entry("to_study_form", List.of("student.form.")),
          Map.entry("funding", List.of("student.funding.")),
          Map.entry("to_funding", List.of("student.funding.")),
          Map.entry("language", List.of(STUDY_LANGUAGE, "frame.language.")),
          Map.entry("study_language", List.of(STUDY_LANGUAGE, "frame.language.")),
          Map.entry("to_study_language", List.of(STUDY_LANGUAGE, "frame.language.")),
          Map.entry("order_kind", List.of("student.order-kind.")),
          Map.entry("ground", List.of("student.order-ground.")),
          Map.entry("document_kind", List.of("transcript.kind.")),
          Map.entry("series", List.of("diploma.series.")),
          Map.entry("document_status", List.of("transcript.status.")),
          Map.entry("kind_of_result", List.of("achievement.kind.")),
          Map.entry("exam_form", List.of("attestation.exam-form.")),
          Map.entry("weeks", List.of("registration.weeks.")),
          Map.entry("units.kind", List.of("curriculum.unit-kind.")),
          Map.entry("disciplines.kind", List.of("curriculum.kind.")),
          Map.entry("events.kind", List.of("calendar.event.")),
          Map.entry("holds.kind", List.of("registration.hold.kind.")),
          Map.entry("windows.kind", List.of("registration.window.kind.")),
          Map.entry("sections.kind", List.of("registration.section-kind.")),
          Map.entry("terms.type", List.of("calendar.term.")),
          Map.entry("correspondents.kind", List.of("correspondence.correspondent.")),
          Map.entry("prices.purpose", List.of("registration.payment-purpose.")),
          Map.entry("enrolments.type", List.of("registration.type.")));

  private final Map<String, Map<String, String>> codes = new HashMap<>();

  /** The words of a list's choices. */
  ChoiceWords(RecordList list) {
    for (Field field : list.fields()) {
      if (field.type() == Field.Type.CHOICE) {
        codes.put(field.key(), codes(list.code(), field));
      }
    }
  }

  /** Codes by folded words; a word that could mean two of them means none. */
  private static Map<String, String> codes(String list, Field field) {
    Map<String, String> byWord = new HashMap<>();
    Set<String> twice = new HashSet<>();
    for (String code : field.choices()) {
      for (String prefix : keys(list, field.key())) {
        for (Language language : Language.values()) {
          String before =
              Messages.has(language, prefix + code)
                  ? byWord.put(folded(Messages.text(language, prefix + code)), code)
                  : null;
          if (before != null && !before.equals(code)) {
            twice.add(folded(Messages.text(language, prefix + code)));
          }
        }
      }
    }
    byWord.keySet().removeAll(twice);
    return byWord;
  }

  /** A row with the codes of the words it holds; whatever is no word stays as it was typed. */
  Map<String, String> coded(Map<String, String> typed) {
    Map<String, String> coded = new LinkedHashMap<>(typed);
    codes.forEach(
        (field, byWord) ->
            coded.computeIfPresent(
                field, (key, text) -> byWord.getOrDefault(folded(text), text.strip())));
    return coded;
  }

  /** The word of a value; the value itself where no message names it. */
  public static String word(String list, String field, String code, Language language) {
    for (String prefix : keys(list, field)) {
      if (Messages.has(language, prefix + code)) {
        return Messages.text(language, prefix + code);
      }
    }
    return code;
  }

  /** The words a refused choice would have taken, as a sentence; empty for other refusals. */
  static String allowed(RecordList list, Refusal refusal, Language language) {
    if (!refusal.code().equals("field.unreadable.CHOICE")) {
      return "";
    }
    return list.fields().stream()
        .filter(field -> field.key().equals(refusal.field()))
        .findFirst()
        .map(
            field ->
                " "
                    + Messages.text(
                        language,
                        "office.import.allowed",
                        field.choices().stream()
                            .map(code -> word(list.code(), field.key(), code, language))
                            .collect(Collectors.joining(", "))))
        .orElse("");
  }

  private static List<String> keys(String list, String field) {
    return KEYS.getOrDefault(list + "." + field, KEYS.getOrDefault(field, List.of()));
  }

  private static String folded(String word) {
    return Normalizer.normalize(word, Normalizer.Form.NFC)
        .toLowerCase(Locale.ROOT)
        .replace('ё', 'е')
        .replace('\u00a0', ' ')
        .replaceAll("\\s+", " ")
        .strip();
  }
}
