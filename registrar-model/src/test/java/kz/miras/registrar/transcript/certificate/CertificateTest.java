package kz.miras.registrar.transcript.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.student.StudentStatus;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CertificateTest {

  private static final Set<String> TITLES = Set.of("registrar", "head");

  private static Map<String, String> values() {
    Map<String, String> values = new HashMap<>();
    for (String part : List.of("name", "title", "question.1")) {
      values.put(part + ".kk", "Анықтама");
      values.put(part + ".ru", "Справка");
      values.put(part + ".en", "Certificate");
    }
    values.put("body.kk", "{name} {course}-курс студенті.");
    values.put("body.ru", "{name} обучается на {course} курсе с {ask:since}.");
    values.put("statuses", "STUDYING ON_LEAVE");
    values.put("channels", "COUNTER");
    values.put("term.unit", "HOURS");
    values.put("term.amount", "24");
    values.put("signatory.1.roles", "DIR DEP");
    values.put("signatory.1.title", "registrar");
    values.put("question.1.code", "since");
    values.put("question.1.type", "DAY");
    values.put("question.1.required", "true");
    return values;
  }

  private static List<String> problems(String key, String value) {
    Map<String, String> values = values();
    values.put(key, value);
    return CertificateLawful.judge(values, TITLES).refusals().stream()
        .map(refusal -> refusal.field() + " " + refusal.code())
        .toList();
  }

  @Test
  @DisplayName(
      "DOC-33 a kind is complete before it is put in force; what lacks stands by its field")
  void complete() {
    assertThat(CertificateLawful.judge(values(), TITLES).refusals()).isEmpty();
    assertThat(problems("body.kk", "")).containsExactly("body.kk transcript.certificate.text");
    assertThat(problems("body.ru", "{name} {ask:since} {salary}"))
        .containsExactly("body.ru transcript.certificate.tag");
    assertThat(problems("body.ru", "{name} {ask:until}"))
        .containsExactly("body.ru transcript.certificate.tag");
    assertThat(problems("body.ru", "${name} {Name}"))
        .containsExactly("body.ru transcript.certificate.braces");
    assertThat(problems("statuses", "STUDYING DUKE"))
        .containsExactly("statuses transcript.certificate.word");
    assertThat(problems("signatory.1.roles", "STU"))
        .containsExactly("signatory.1.roles transcript.certificate.word");
    assertThat(problems("signatory.1.roles", ""))
        .containsExactly("signatory.1.roles transcript.certificate.signatory");
    assertThat(problems("signatory.1.title", "duke"))
        .containsExactly("signatory.1.title transcript.certificate.word");
    assertThat(problems("term.amount", "0"))
        .containsExactly("term.amount transcript.certificate.number");
    assertThat(problems("validity", "soon"))
        .containsExactly("validity transcript.certificate.number");
    assertThat(problems("fee", "-1")).containsExactly("fee transcript.certificate.fee");
    assertThat(problems("question.1.type", "SONG"))
        .containsExactly("question.1.type transcript.certificate.word");
    assertThat(problems("name.ru", "я".repeat(201)))
        .containsExactly("name.ru transcript.certificate.long");
    assertThat(problems("question.1.kk", "ә".repeat(201)))
        .containsExactly("question.1.kk transcript.certificate.long");
  }

  @Test
  @DisplayName("DOC-33 each question is known by a code of its own")
  void codes() {
    Map<String, String> values = values();
    for (String part : List.of("kk", "ru", "en", "code", "type")) {
      values.put("question.2." + part, values.get("question.1." + part));
    }
    List<Refusal> refusals = CertificateLawful.judge(values, TITLES).refusals();
    assertThat(refusals).extracting(Refusal::code).containsExactly("transcript.certificate.twice");
    assertThat(refusals.get(0).field()).isEqualTo("question.2.code");
  }

  private static List<String> refused(
      StudentStatus status, List<Language> languages, Set<String> known, String since) {
    return CertificatePossible.judge(
            CertificateForm.of(values()), status, languages, known, Map.of("since", since))
        .refusals()
        .stream()
        .map(Refusal::code)
        .toList();
  }

  @Test
  @DisplayName("DOC-34 a certificate is refused with what speaks against it")
  void possible() {
    List<Language> both = List.of(Language.KK, Language.RU);
    Set<String> all = Set.of("name", "course");
    assertThat(refused(StudentStatus.STUDYING, both, all, "2206-09-01")).isEmpty();
    assertThat(refused(StudentStatus.EXPELLED, both, all, "2206-09-01"))
        .containsExactly("transcript.certificate.status");
    assertThat(refused(StudentStatus.STUDYING, List.of(Language.EN), all, "2206-09-01"))
        .containsExactly("transcript.certificate.language");
    assertThat(refused(StudentStatus.STUDYING, both, all, " "))
        .containsExactly("transcript.certificate.answer");
    assertThat(refused(StudentStatus.STUDYING, both, all, "soon"))
        .containsExactly("transcript.certificate.answer-wrong");
    assertThat(refused(StudentStatus.STUDYING, both, Set.of("name"), "2206-09-01"))
        .containsExactly("transcript.certificate.missing");
  }

  @Test
  @DisplayName("DOC-33 a wording is filled in where it names something, and nowhere else")
  void filled() {
    Map<String, String> of = Map.of("name", "Ахметова $1 \\ Әсел", "ask:since", "01.09.2206");
    assertThat(CertificateWording.filled("{name}: {ask:since}{course}.", of::get))
        .isEqualTo("Ахметова $1 \\ Әсел: 01.09.2206.");
    assertThat(CertificateField.of("leave-until")).contains(CertificateField.LEAVE_UNTIL);
  }
}
