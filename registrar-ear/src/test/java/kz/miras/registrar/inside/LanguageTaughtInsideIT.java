package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.miras.registrar.office.service.RecordDesk;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.service.PlanAnswer;
import kz.miras.registrar.registration.service.PlanRequest;
import kz.miras.registrar.registration.service.RegistrationCounter;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A language neither a section nor the catalogue has is refused wherever it is asked for. */
@InsideTest
class LanguageTaughtInsideIT {

  @Deployment
  static WebArchive archive() {
    return Inside.archive(LanguageTaughtInsideIT.class, Chooser.class, PlanScene.class);
  }

  private static List<String> codes(PlanAnswer answer) {
    return answer.lines().get(0).verdict().refusals().stream()
        .filter(reason -> reason.rule().equals("REG-22"))
        .map(Refusal::code)
        .toList();
  }

  @Test
  @DisplayName("REG-22 a choice in a language the catalogue does not name is judged and not kept")
  void choice() throws Exception {
    Chooser student = Chooser.come();
    try {
      student.publish();
      assertThat(codes(student.check(student.first(), Language.RU)))
          .containsExactly("registration.language-not-taught");
      assertThat(codes(student.check(student.first(), Language.KK))).isEmpty();
      assertThatThrownBy(() -> student.choose(student.first(), Language.RU))
          .isInstanceOfSatisfying(
              RegistrarException.Refused.class,
              refused ->
                  assertThat(refused.refusals())
                      .singleElement()
                      .satisfies(
                          reason -> {
                            assertThat(reason.rule()).isEqualTo("REG-22");
                            assertThat(reason.field()).isEqualTo("lines[0].language");
                          }));
      RegistrationCounter counter = Inside.bean(RegistrationCounter.class);
      PlanAnswer submitted =
          Inside.as(
              PlanScene.office(),
              () ->
                  counter.submit(
                      student.number(),
                      student.request(student.first(), Language.RU),
                      UUID.randomUUID().toString(),
                      null));
      assertThat(codes(submitted)).containsExactly("registration.language-not-taught");
      assertThat(student.choose(student.first(), null).language())
          .as("where none is named, one it is taught in")
          .isIn("kk", "en");
    } finally {
      student.leave();
    }
  }

  @Test
  @DisplayName("REG-22 a seat is taken in the language of its offering and in no other")
  void seat() throws Exception {
    long offering = Scene.offering(1);
    Scene.section(offering, "GROUP", 3);
    Language own = Language.of(Scene.text("SELECT language FROM offering WHERE id = ?", offering));
    Language other = own == Language.EN ? Language.RU : Language.EN;
    String student = Scene.student(97);
    PlanRequest plan = PlanScene.request(false, false, offering);
    UUID link = plan.lines().get(0).offering();

    PlanAnswer refused = PlanScene.submit(student, in(plan, link, other), key());
    assertThat(codes(refused)).containsExactly("registration.language-not-taught");
    assertThat(refused.lines().get(0).status()).isNull();
    assertThat(PlanScene.submit(student, in(plan, link, own), key()).isComplete()).isTrue();

    String code = Scene.text("SELECT code FROM offering WHERE id = ?", offering);
    Map<String, String> changed =
        Map.of("term", "FAR", "code", code, "discipline", code, "language", other.tag());
    RecordDesk records = Inside.bean(RecordDesk.class);
    String office = Scene.holding("SPE");
    Map<String, String> stored = Inside.as(office, () -> records.stored("offerings", changed));
    assertThat(
            Inside.as(office, () -> records.save("offerings", stored, changed, null, false))
                .refusals())
        .extracting(Refusal::code)
        .as("somebody has it in this language")
        .containsExactly("registration.offering.language-taken");
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }

  private static PlanRequest in(PlanRequest plan, UUID offering, Language language) {
    return new PlanRequest(
        plan.term(),
        List.of(
            new PlanRequest.Line(offering, null, null, EnrolmentType.ADDITIONAL, language, null)),
        false,
        false);
  }
}
