package kz.miras.registrar.student;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Sex;
import kz.miras.registrar.shared.Verdict;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudentSoundTest {

  private static final LocalDate BORN = LocalDate.of(2005, 3, 14);

  private static Map<String, String> record() {
    Map<String, String> record = new HashMap<>();
    record.put("student_no", "24-0001");
    record.put("last_name", "Ахметова");
    record.put("programme", "6B06101");
    record.put("admission_year", "2024");
    record.put("course_year", "2");
    record.put("study_form", "FULL_TIME");
    record.put("study_language", "kk");
    record.put("funding", "GRANT");
    return record;
  }

  @ParameterizedTest
  @CsvSource({
    "programme,7M06101",
    "admission_year,2025",
    "course_year,3",
    "study_form,DISTANCE",
    "study_language,ru",
    "funding,PAID"
  })
  @DisplayName("MOV-10 where and how a student studies is not changed by editing the record")
  void movesByOrder(String field, String value) {
    Map<String, String> wanted = record();
    wanted.put(field, value);
    assertThat(StudentSound.movesByOrder(record(), wanted).refusals())
        .singleElement()
        .satisfies(
            refusal -> {
              assertThat(refusal.rule()).isEqualTo("MOV-10");
              assertThat(refusal.field()).isEqualTo(field);
              assertThat(refusal.args()).containsExactly("24-0001");
            });
  }

  @Test
  @DisplayName("MOV-10 names and the rest of the personal record are edited freely")
  void namesAreEdited() {
    Map<String, String> wanted = record();
    wanted.put("last_name", "Сейітова");
    assertThat(StudentSound.movesByOrder(record(), wanted)).isEqualTo(Verdict.allowed());
  }

  @Test
  @DisplayName("ID-1 without an ИИН a document identifies the person, without either nobody is")
  void identifiedByDocument() {
    assertThat(foreign(new PersonalRecord.Document("passport N 1", "CN"), "CN").isAllowed())
        .isTrue();
    assertThat(foreign(new PersonalRecord.Document(null, "CN"), "CN").refusals())
        .extracting(Refusal::code)
        .containsExactly("student.identity.none");
    assertThat(judge("12345", false, "passport N 1", null).isAllowed()).isFalse();
  }

  @Test
  @DisplayName(
      "ID-7 without an ИИН nobody is a citizen of Kazakhstan, and the document has a country")
  void withoutNumber() {
    assertThat(foreign(new PersonalRecord.Document("passport N 1", "KZ"), "KZ").refusals())
        .extracting(Refusal::code)
        .containsExactly("student.identity.citizen");
    assertThat(foreign(new PersonalRecord.Document("passport N 1", null), "CN").refusals())
        .extracting(Refusal::field)
        .containsExactly("identity_country");
    assertThat(foreign(new PersonalRecord.Document("passport N 1", "XX"), "ZZ").refusals())
        .extracting(Refusal::field)
        .containsExactly("citizenship", "identity_country");
  }

  @Test
  @DisplayName("ID-6 an ИИН another student has is a warning that names the other")
  void iinOfAnother() {
    String iin = validIin();
    assertThat(judge(iin, true, null, null).warnings()).isEmpty();
    Verdict verdict = judge(iin, true, null, "24-0002");
    assertThat(verdict.isAllowed()).isTrue();
    assertThat(verdict.warnings())
        .containsExactly(Refusal.of("student.iin.taken", "ID-6", "24-0002").at("iin"));
  }

  @Test
  @DisplayName("ID-3 differing digits are a warning until somebody confirms them")
  void differingDigits() {
    String iin = validIin();
    Verdict other = identity(iin, false);
    assertThat(other.isAllowed()).isTrue();
    assertThat(other.warnings()).isNotEmpty();
    assertThat(identity(iin, true).warnings()).isEmpty();
  }

  private static Verdict judge(String iin, boolean confirmed, String document, String holder) {
    return StudentSound.identity(
        iin,
        confirmed,
        BORN,
        Sex.FEMALE,
        new PersonalRecord.Document(document, null),
        "KZ",
        holder);
  }

  private static Verdict foreign(PersonalRecord.Document document, String citizenship) {
    return StudentSound.identity(null, false, BORN, Sex.FEMALE, document, citizenship, null);
  }

  private static Verdict identity(String iin, boolean confirmed) {
    return StudentSound.identity(
        iin, confirmed, BORN.plusDays(1), Sex.MALE, PersonalRecord.Document.NONE, "KZ", null);
  }

  /** Of a woman born on the day, with its check digit. */
  private static String validIin() {
    for (int last = 0; last < 10_000; last++) {
      String iin = "0503146" + String.format("%05d", last);
      if (kz.miras.registrar.shared.Iin.judge(iin).isAllowed()) {
        return iin;
      }
    }
    throw new IllegalStateException("none of ten thousand is right");
  }
}
