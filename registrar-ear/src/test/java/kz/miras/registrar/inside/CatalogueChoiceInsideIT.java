package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import kz.miras.registrar.curriculum.Component;
import kz.miras.registrar.curriculum.Cycle;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.plan.DegreeAudit;
import kz.miras.registrar.registration.plan.DegreeState;
import kz.miras.registrar.registration.service.DegreeQueries;
import kz.miras.registrar.registration.service.PlanAnswer;
import kz.miras.registrar.registration.service.PlanDesk;
import kz.miras.registrar.registration.service.PlanRequest;
import kz.miras.registrar.registration.service.PlanView;
import kz.miras.registrar.registration.service.TermPlanner.Candidate;
import kz.miras.registrar.registration.service.elective.DemandDesk;
import kz.miras.registrar.registration.service.elective.DemandView;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Stage one: disciplines and languages are chosen from the catalogue of electives of the year. */
@InsideTest
class CatalogueChoiceInsideIT {

  @Deployment
  static WebArchive archive() {
    return Inside.archive(CatalogueChoiceInsideIT.class, Chooser.class);
  }

  @Test
  @DisplayName(
      "REG-16 a published catalogue decides what is chosen: additions are offered, what it leaves"
          + " out is not and is refused; without one the curriculum decides")
  void catalogueDecides() throws Exception {
    Chooser student = Chooser.come();
    try {
      assertThat(student.offered()).containsExactly(student.first(), student.second());
      assertThat(student.refused(student.second())).isEmpty();
      assertThat(student.refused(student.added())).containsExactly("registration.not-in-programme");

      student.publish();

      assertThat(student.offered()).containsExactly(student.first(), student.added());
      assertThat(student.block().credits()).isEqualTo(5);
      assertThat(student.block().candidates())
          .extracting(Candidate::basis)
          .containsExactly(null, "УМС № 7");
      assertThat(student.refused(student.first())).isEmpty();
      assertThat(student.refused(student.added())).isEmpty();
      assertThat(student.refused(student.second()))
          .containsExactly("registration.not-in-catalogue");
    } finally {
      student.leave();
    }
  }

  @Test
  @DisplayName(
      "REG-16 REG-19 an addition counts in its block and in the degree; what the plan has already is shown although a"
          + " later catalogue leaves it out")
  void additionsCount() throws Exception {
    Chooser student = Chooser.come();
    try {
      student.choose(student.second(), null);
      student.publish();
      assertThat(student.offered())
          .containsExactly(student.first(), student.second(), student.added());

      PlanView.Line line = student.choose(student.added(), null);
      assertThat(line.block()).isEqualTo(Chooser.BLOCK);
      assertThat(line.cycle()).isEqualTo(Cycle.PROFILE);
      assertThat(line.component()).isEqualTo(Component.ELECTIVE);
      DegreeAudit degree =
          Inside.as(student.login(), () -> Inside.bean(DegreeQueries.class).of(student.number()))
              .audit();
      assertThat(degree.state(student.added())).contains(DegreeState.PLANNED);
      assertThat(degree.blocks())
          .filteredOn(block -> block.name().equals(Chooser.BLOCK))
          .singleElement()
          .satisfies(
              block -> {
                assertThat(block.volume().required()).isEqualTo(5);
                assertThat(block.volume().missing()).isZero();
              });
      assertThat(line.prescribed()).isFalse();
      assertThat(student.offered()).containsExactly(student.first(), student.added());
      PlanRequest both =
          new PlanRequest(
              student.term(),
              List.of(
                  new PlanRequest.Line(null, student.first(), null, EnrolmentType.MAIN, null, null),
                  new PlanRequest.Line(
                      null, student.added(), null, EnrolmentType.MAIN, null, null)),
              false,
              false);
      PlanAnswer answer =
          Inside.as(
              student.login(), () -> Inside.bean(PlanDesk.class).check(student.number(), both));
      assertThat(answer.whole().refusals())
          .filteredOn(reason -> reason.rule().equals("REG-19"))
          .extracting(Refusal::code)
          .containsExactly("registration.choice-over");
    } finally {
      student.leave();
    }
  }

  @Test
  @DisplayName(
      "REG-20 DEM-1 the language is chosen among those the catalogue names, judged, kept with the"
          + " line and counted as demand")
  void languageIsChosen() throws Exception {
    Chooser student = Chooser.come();
    try {
      student.publish();
      assertThat(student.block().candidates())
          .extracting(Candidate::languages)
          .containsExactly(List.of("kk", "en"), List.of("ru", "en"));
      assertThat(student.check(student.first(), Language.EN).of(student.first()).verdict())
          .satisfies(
              verdict ->
                  assertThat(verdict.warnings())
                      .filteredOn(reason -> reason.rule().equals("REG-20"))
                      .singleElement()
                      .satisfies(reason -> assertThat(reason.args()).contains(Language.EN)));

      PlanView.Line line = student.choose(student.first(), Language.EN);

      assertThat(line.language()).isEqualTo("en");
      DemandDesk desk = Inside.bean(DemandDesk.class);
      String director = Scene.holding("DIR");
      String name = student.term() + "~" + student.first() + "~";
      DemandView english = Inside.as(director, () -> desk.demand(name + "en"));
      assertThat(english.students()).isEqualTo(1);
      assertThat(english.elective()).isTrue();
      assertThat(Inside.as(director, () -> desk.demand(name + "ru")).students()).isZero();
      PlanView.Line other = student.choose(student.added(), null);
      String added = student.term() + "~" + student.added() + "~" + other.language();
      assertThat(Inside.as(director, () -> desk.demand(added)).elective())
          .as("an addition of the catalogue is an elective")
          .isTrue();
    } finally {
      student.leave();
    }
  }

  /** The office refuses what the student has submitted in a language. */
  private static long refused(Chooser student, Language language) throws Exception {
    long line = student.choose(student.first(), language).key();
    Scene.change("UPDATE study_plan_line SET status = 'SUBMITTED' WHERE id = ?", line);
    String name = student.term() + "~" + student.first() + "~" + language.tag();
    DemandDesk desk = Inside.bean(DemandDesk.class);
    assertThat(Inside.as(Scene.holding("DIR"), () -> desk.refuse(name, "too few")).refusals())
        .isEmpty();
    return line;
  }

  private static List<String> codes(Verdict verdict) {
    return verdict.refusals().stream().map(Refusal::code).toList();
  }

  @Test
  @DisplayName(
      "DEM-2 REG-4 what the office has refused in a language is not asked for in it again, and is"
          + " offered no more once no language is left")
  void refusedIsNotChosenAgain() throws Exception {
    Chooser student = Chooser.come();
    try {
      student.publish();

      long line = refused(student, Language.EN);

      PlanDesk desk = Inside.bean(PlanDesk.class);
      assertThat(
              codes(
                  Inside.as(
                      student.login(), () -> desk.again(student.number(), student.term(), line))))
          .contains("registration.elective-refused");
      assertThat(codes(student.check(student.first(), Language.EN).of(student.first()).verdict()))
          .contains("registration.elective-refused");
      assertThat(codes(student.check(student.first(), Language.KK).of(student.first()).verdict()))
          .doesNotContain("registration.elective-refused");
      assertThat(student.block().candidates())
          .extracting(Candidate::languages)
          .containsExactly(List.of("kk"), List.of("ru", "en"));

      refused(student, Language.KK);

      assertThat(student.offered()).containsExactly(student.added());
    } finally {
      student.leave();
    }
  }

  @Test
  @DisplayName(
      "DEM-3 REG-22 a language that has joined another is neither offered nor chosen again, and what"
          + " names no language is taken in the one joined")
  void joinedIsNotChosenAgain() throws Exception {
    Chooser student = Chooser.come();
    try {
      student.publish();
      long line = student.choose(student.first(), Language.EN).key();
      String name = student.term() + "~" + student.first() + "~en";
      DemandDesk desk = Inside.bean(DemandDesk.class);
      assertThat(
              Inside.as(Scene.holding("DIR"), () -> desk.merge(name, Language.KK, "one teacher"))
                  .refusals())
          .isEmpty();
      assertThat(Scene.text("SELECT language FROM study_plan_line WHERE id = ?", line))
          .isEqualTo("kk");

      assertThat(student.check(student.first(), Language.EN).of(student.first()).verdict())
          .satisfies(
              verdict ->
                  assertThat(verdict.refusals())
                      .filteredOn(one -> one.code().equals("registration.language-merged"))
                      .singleElement()
                      .satisfies(
                          one -> {
                            assertThat(one.rule()).isEqualTo("REG-22");
                            assertThat(one.args()).contains(Language.EN, Language.KK);
                          }));
      assertThatThrownBy(() -> student.choose(student.first(), Language.EN))
          .as("not even as a draft")
          .isInstanceOf(RegistrarException.Refused.class);
      assertThat(codes(student.check(student.first(), Language.KK).of(student.first()).verdict()))
          .doesNotContain("registration.language-merged", "registration.language-not-taught");
      assertThat(student.block().candidates().get(0).languages()).containsExactly("kk");

      assertThat(
              Inside.as(
                      Scene.holding("DIR"),
                      () ->
                          desk.merge(
                              student.term() + "~" + student.first() + "~kk",
                              Language.RU,
                              "no teacher"))
                  .refusals())
          .isEmpty();
      assertThat(codes(student.check(student.first(), Language.RU).of(student.first()).verdict()))
          .as("a language joined is taught, whatever the catalogue names")
          .doesNotContain("registration.language-merged", "registration.language-not-taught");
      assertThat(student.choose(student.first(), null).language()).isEqualTo("ru");
    } finally {
      student.leave();
    }
  }

  @Test
  @DisplayName("REG-18 whoever has less left in the programme than is usual is asked for that only")
  void whatIsLeft() throws Exception {
    Chooser student = Chooser.come();
    try {
      assertThat(floor(student)).as("the block is all there is").isEmpty();

      Scene.change(
          "INSERT INTO curriculum_item (id, curriculum_id, discipline_id, term_no, cycle,"
              + " component) SELECT ?, ?, id, ?, 'PROFILE', 'UNIVERSITY' FROM discipline WHERE code"
              + " = ?",
          Scene.next("curriculum_seq"),
          student.curriculum(),
          student.termNo(),
          student.added());

      assertThat(floor(student))
          .singleElement()
          .satisfies(
              one -> {
                assertThat(one.code()).isEqualTo("registration.credit-floor-left");
                assertThat(one.args()).isEqualTo(List.of(5, 10, 20));
              });
    } finally {
      student.leave();
    }
  }

  /** What is said of the usual least where one elective is all of a term far ahead. */
  private static List<Refusal> floor(Chooser student) throws Exception {
    Scene.term("2160-A", 2160);
    PlanRequest.Line first = student.request(student.first(), null).lines().get(0);
    PlanRequest request = new PlanRequest("2160-A", List.of(first), false, false);
    PlanDesk desk = Inside.bean(PlanDesk.class);
    return Inside.as(student.login(), () -> desk.check(student.number(), request))
        .whole()
        .warnings()
        .stream()
        .filter(one -> one.rule().equals("REG-18"))
        .toList();
  }
}
