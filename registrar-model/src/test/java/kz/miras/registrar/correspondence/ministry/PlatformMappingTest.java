package kz.miras.registrar.correspondence.ministry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.student.StudentStatus;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What becomes of our data in the words of the platform, by worked examples. */
class PlatformMappingTest {

  static final LocalDate TODAY = LocalDate.of(2193, 10, 1);

  private static PlatformMapping mapping() {
    Map<String, Integer> entered = new HashMap<>();
    PlatformCodes.needed()
        .forEach(
            (dictionary, values) ->
                values.forEach(value -> entered.put(PlatformCodes.key(dictionary, value), 7)));
    entered.put(PlatformCodes.key("COUNTRY", "KZ"), 113);
    return new PlatformMapping(PlatformCodes.with(entered));
  }

  private static Map<String, Object> student() {
    Map<String, Object> facts = new HashMap<>();
    facts.put("last_name", "Сатпаева");
    facts.put("first_name", "Айдана");
    facts.put("patronymic", " ");
    facts.put("birth_date", LocalDate.of(2099, 12, 31));
    facts.put("sex", "FEMALE");
    facts.put("iin", "991231600012");
    facts.put("iin_confirmed", false);
    facts.put("citizenship", "KZ");
    facts.put("profession", 3);
    facts.put("study_form", 2);
    facts.put("funding", "GRANT");
    facts.put("language", "kk");
    facts.put("level", "BACHELOR");
    facts.put("course_year", 3);
    facts.put("status", "STUDYING");
    facts.put("enrolled_on", LocalDate.of(2190, 9, 1));
    facts.put("gpa_points", "296.00");
    facts.put("gpa_credits", 100);
    return facts;
  }

  static PlatformMapping.Mapped mapped(PlatformType type, Map<String, Object> facts) {
    return mapping().map(type, 7001, new PlatformFacts(facts));
  }

  static List<String> found(PlatformType type, Map<String, Object> facts) {
    return PlatformSound.judge(mapped(type, facts), TODAY).refusals().stream()
        .map(refusal -> refusal.rule() + " " + refusal.field())
        .toList();
  }

  @Test
  @DisplayName("GOV-1 GOV-3 a student is sent with every field, the absent patronymic as none")
  void wholeStudent() {
    PlatformRecord record = mapped(PlatformType.STUDENT, student()).record();
    assertThat(record.fields().keySet())
        .containsExactlyElementsOf(
            PlatformFields.of(PlatformType.STUDENT).stream().map(PlatformField::name).toList());
    assertThat(record.get("studentId")).isEqualTo(7001L);
    assertThat(record.get("patronymic")).isNull();
    assertThat(record.get("birthDate")).isEqualTo("2099-12-31");
    assertThat(record.get("sitizenshipId")).isEqualTo(113L);
    assertThat(record.get("gpa")).hasToString("2.96");
    assertThat(record.get("nationId")).as("kept on the platform").isNull();
    assertThat(found(PlatformType.STUDENT, student())).isEmpty();
  }

  @Test
  @DisplayName("GOV-1 what only the platform keeps is carried over, what we keep is not")
  void carriedOver() {
    PlatformRecord record =
        mapped(PlatformType.STUDENT, student())
            .record()
            .carrying(Map.of("nationId", 5, "firstName", "Other"));
    assertThat(record.get("nationId")).isEqualTo(5);
    assertThat(record.get("firstName")).isEqualTo("Айдана");
  }

  @Test
  @DisplayName("GOV-17 what is demanded and not kept here blocks until the platform has it")
  void keptThereOnly() {
    PlatformMapping.Mapped mapped =
        mapped(PlatformType.STUDENT_INFO, Map.of("level", "BACHELOR"))
            .carrying(Map.of("examType", 3, "graduatedCountryId", 113, "entCertSeries", "AB"));
    Refusal refusal = PlatformSound.judge(mapped, TODAY).refusals().get(0);
    assertThat(refusal.rule()).isEqualTo("GOV-17");
    assertThat(refusal.args())
        .containsExactly("icDepartmentId, studiedForeignLangId, foreignLangProficiencyLevelId");
    PlatformMapping.Mapped whole =
        mapped.carrying(
            Map.of(
                "icDepartmentId", 5,
                "studiedForeignLangId", 1,
                "foreignLangProficiencyLevelId", 4));
    assertThat(PlatformSound.judge(whole, TODAY).isAllowed()).isTrue();
    assertThat(whole.record().get("examType")).isEqualTo(3);
    assertThat(whole.record().get("degreeId")).isEqualTo(7L);
  }

  @Test
  @DisplayName("GOV-2 a value without a number blocks and names the dictionary; none is guessed")
  void unknownNumber() {
    PlatformMapping.Mapped mapped =
        new PlatformMapping(PlatformCodes.shipped())
            .map(PlatformType.STUDENT, 1, new PlatformFacts(student()));
    assertThat(mapped.verdict().refusals())
        .extracting(Refusal::field)
        .containsExactlyInAnyOrder("genderId", "paymentFormId", "studyLanguageId", "degreeId");
    assertThat(PlatformSound.judge(mapped, TODAY).refusals())
        .allMatch(r -> r.rule().equals("GOV-2"));
  }

  @Test
  @DisplayName("GOV-3 names are mandatory, in all three languages")
  void namesMandatory() {
    Map<String, Object> facts = student();
    facts.put("last_name", "  ");
    assertThat(found(PlatformType.STUDENT, facts)).containsExactly("GOV-3 lastName");
    Map<String, Object> school =
        new HashMap<>(Map.of("name_ru", "Факультет", "name_kk", "Факультет"));
    assertThat(found(PlatformType.FACULTIES, school)).containsExactly("GOV-3 facultyNameEn");
  }

  @Test
  @DisplayName("GOV-4 GOV-9 numbers of 32 bits, texts of their longest length")
  void lengths() {
    Map<String, Object> facts = student();
    facts.put("phone", "8".repeat(51));
    facts.put("profession", 1L + Integer.MAX_VALUE);
    assertThat(found(PlatformType.STUDENT, facts))
        .containsExactly("GOV-4 professionId", "GOV-4 phone");
  }

  @Test
  @DisplayName("GOV-5 the seventh digit speaks of the sex, unless confirmed or a foreigner")
  void identity() {
    Map<String, Object> facts = student();
    facts.put("sex", "MALE");
    assertThat(found(PlatformType.STUDENT, facts)).containsExactly("GOV-5 iin");
    facts.put("iin_confirmed", true);
    assertThat(found(PlatformType.STUDENT, facts)).isEmpty();
    facts.put("iin_confirmed", false);
    facts.put("iin", null);
    assertThat(found(PlatformType.STUDENT, facts)).containsExactly("GOV-5 iin");
    facts.put("iin", "991231600013");
    assertThat(found(PlatformType.STUDENT, facts)).as("check digit").containsExactly("GOV-5 iin");
    facts.put("iin", null);
    facts.put("citizenship", "UZ");
    assertThat(found(PlatformType.STUDENT, facts))
        .as("country")
        .containsExactly("GOV-2 sitizenshipId");
  }

  @Test
  @DisplayName(
      "GOV-6 status and isstudent follow from one state; leave is a flag, course 0 a graduate")
  void states() {
    Map<String, Object> facts = student();
    List<String> told =
        Arrays.stream(StudentStatus.values())
            .map(
                status -> {
                  facts.put("status", status.name());
                  PlatformRecord record = mapped(PlatformType.STUDENT, facts).record();
                  return status
                      + " "
                      + record.get("status")
                      + record.get("isStudent")
                      + record.get("isInRetire")
                      + record.get("courseNumber");
                })
            .toList();
    assertThat(told)
        .containsExactlyInAnyOrder(
            "STUDYING 1103", "ON_LEAVE 1113", "EXPELLED 3303", "GRADUATED 4300");
    assertThat(PlatformState.APPLICANT.status()).isEqualTo(2);
  }

  @Test
  @DisplayName("GOV-7 an order of tomorrow waits, nobody leaves tomorrow, a movement has its date")
  void orders() {
    Map<String, Object> facts = new HashMap<>();
    facts.put("number", "12-С");
    facts.put("signed_on", TODAY);
    facts.put("title", "Об отчислении");
    facts.put("kind", "EXPULSION");
    facts.put("ground", "OWN_WISH");
    facts.put("year", 2193);
    PlatformRecord order = mapped(PlatformType.ORDERS, facts).record();
    assertThat(order.get("orderCategoryId")).isEqualTo(6L);
    assertThat(found(PlatformType.ORDERS, facts)).isEmpty();
    facts.put("signed_on", TODAY.plusDays(1));
    assertThat(found(PlatformType.ORDERS, facts)).containsExactly("GOV-7 orderDate");
    facts.put("section", 1);
    facts.put("student", 1);
    assertThat(found(PlatformType.SECTION_PERSON, facts)).containsExactly("GOV-3 movementDate");
    facts.put("effective_on", TODAY.plusDays(1));
    assertThat(found(PlatformType.SECTION_PERSON, facts)).containsExactly("GOV-7 movementDate");
    facts.put("kind", "LEAVE");
    assertThat(found(PlatformType.SECTION_PERSON, facts)).isEmpty();
  }

  @Test
  @DisplayName(
      "GOV-2 the kinds of orders have the numbers of the platform: 28 completes, 34 moves on")
  void kindsOfOrders() {
    PlatformCodes codes = PlatformCodes.shipped();
    assertThat(codes.number("ORDER_TYPE", "GRADUATION")).isEqualTo(28);
    assertThat(codes.number("ORDER_TYPE", "COURSE_PROMOTION")).isEqualTo(34);
    assertThat(codes.number("ORDER_TYPE", "LEAVE")).isEqualTo(6);
    assertThat(codes.number("ORDER_TYPE", "OTHER")).isNull();
  }

  @Test
  @DisplayName(
      "GOV-12 the checksum of a record changes with each of its values and with nothing else")
  void checksum() {
    byte[] one = mapped(PlatformType.STUDENT, student()).record().checksum();
    assertThat(mapped(PlatformType.STUDENT, student()).record().checksum()).isEqualTo(one);
    Map<String, Object> other = student();
    other.put("email", "a@example.invalid");
    assertThat(mapped(PlatformType.STUDENT, other).record().checksum()).isNotEqualTo(one);
  }
}
