package kz.miras.registrar.ministry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Dictionaries of the stand-in, in the shape of the platform's. */
final class PlatformDictionaries {

  private static final Map<String, List<Map<String, Object>>> ALL =
      Map.of(
          "Sex",
          List.of(
              entry(1, "Мужской", "Ер", "Male", null), entry(2, "Женский", "Әйел", "Female", null)),
          "CenterCountry",
          List.of(
              entry(113, "Казахстан", "Қазақстан", "Kazakhstan", "KZ"),
              entry(185, "Россия", "Ресей", "Russia", "RU"),
              entry(229, "Узбекистан", "Өзбекстан", "Uzbekistan", "UZ"),
              entry(118, "Китай", "Қытай", "China", "CN")),
          "CenterStudyLanguages",
          List.of(
              entry(1, "казахский", "қазақ", "Kazakh", "kk"),
              entry(2, "русский", "орыс", "Russian", "ru"),
              entry(3, "английский", "ағылшын", "English", "en")),
          "PaymentForms",
          List.of(
              entry(1, "государственный грант", "мемлекеттік грант", "state grant", "GRANT"),
              entry(2, "на платной основе", "ақылы негізде", "paid", "PAID"),
              entry(3, "квота", "квота", "quota", "QUOTA")),
          "DegreeTypes",
          List.of(
              entry(1, "Бакалавриат", "Бакалавриат", "Bachelor", "BACHELOR"),
              entry(2, "Магистратура", "Магистратура", "Master", "MASTER"),
              entry(3, "Докторантура", "Докторантура", "PhD", "PHD")));

  private PlatformDictionaries() {}

  static List<Map<String, Object>> of(String code) {
    return ALL.getOrDefault(code, List.of());
  }

  private static Map<String, Object> entry(
      int id, String russian, String kazakh, String english, String code) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("id", id);
    entry.put("nameRu", russian);
    entry.put("nameKz", kazakh);
    entry.put("nameEn", english);
    entry.put("code", code);
    return entry;
  }
}
