package kz.miras.registrar.student;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import kz.miras.registrar.shared.Iin;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Sex;
import kz.miras.registrar.shared.Verdict;

/** What holds for a student's record whichever way it is edited. */
public final class StudentSound {

  /** Fields of the record that say where and how a student studies. */
  private static final List<String> BY_ORDER =
      List.of(
          "programme", "admission_year", "course_year", "study_form", "study_language", "funding");

  private static final String HOME = "KZ";
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  private StudentSound() {}

  /**
   * MOV-10. Where and how somebody studies changes by order, never by editing the record.
   *
   * @param stored the record by field
   * @param wanted the record as edited, by field
   */
  public static Verdict movesByOrder(Map<String, String> stored, Map<String, String> wanted) {
    for (String field : BY_ORDER) {
      if (!Objects.equals(stored.get(field), wanted.get(field))) {
        return Verdict.refused(
            Refusal.of("student.moves-by-order", "MOV-10", stored.get("student_no")).at(field));
      }
    }
    return Verdict.allowed();
  }

  /**
   * ID-1 to ID-3, ID-6 and ID-7. A person is identified by an ИИН or, without one, by a document
   * and the country that issued it, and is then no citizen of Kazakhstan; digits that differ from
   * birth date or sex and an ИИН somebody else has are to be confirmed.
   *
   * @param iin null for a person without one
   * @param confirmed somebody has confirmed that the digits differ
   * @param document identity document
   * @param citizenship two letters of ISO 3166
   * @param holder number of another student who has this ИИН; null for nobody
   */
  public static Verdict identity(
      String iin,
      boolean confirmed,
      LocalDate born,
      Sex sex,
      PersonalRecord.Document document,
      String citizenship,
      String holder) {
    Verdict verdict =
        country(citizenship, "citizenship").and(country(document.country(), "identity_country"));
    if (iin == null) {
      return verdict.and(withoutNumber(document, citizenship));
    }
    verdict = verdict.and(Iin.judge(iin));
    if (verdict.isAllowed() && !confirmed) {
      verdict = verdict.and(Iin.parse(iin).against(born, sex));
    }
    return holder == null
        ? verdict
        : verdict.and(Verdict.warning(Refusal.of("student.iin.taken", "ID-6", holder).at("iin")));
  }

  private static Verdict withoutNumber(PersonalRecord.Document document, String citizenship) {
    if (HOME.equals(citizenship)) {
      return Verdict.refused(Refusal.of("student.identity.citizen", "ID-7").at("iin"));
    }
    Verdict verdict = Verdict.allowed();
    if (document.text() == null) {
      verdict =
          verdict.and(
              Verdict.refused(Refusal.of("student.identity.none", "ID-1").at("identity_doc")));
    }
    return document.country() == null
        ? verdict.and(
            Verdict.refused(Refusal.of("student.identity.country", "ID-7").at("identity_country")))
        : verdict;
  }

  private static Verdict country(String code, String field) {
    return code == null || COUNTRIES.contains(code)
        ? Verdict.allowed()
        : Verdict.refused(Refusal.of("student.country", "ID-7", code).at(field));
  }
}
