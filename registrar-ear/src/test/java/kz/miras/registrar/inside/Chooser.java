package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.service.PlanAnswer;
import kz.miras.registrar.registration.service.PlanDesk;
import kz.miras.registrar.registration.service.PlanQueries;
import kz.miras.registrar.registration.service.PlanRequest;
import kz.miras.registrar.registration.service.PlanView;
import kz.miras.registrar.registration.service.RegistrationCounter;
import kz.miras.registrar.registration.service.TermPlanner;
import kz.miras.registrar.registration.service.TermPlanner.Candidate;
import kz.miras.registrar.registration.service.TermPlanner.Part;
import kz.miras.registrar.registration.service.TermPlanner.TermPlan;
import kz.miras.registrar.registration.service.elective.ElectiveDesk;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Refusal;

/** A student of a curriculum of two electives and one more discipline outside it. */
record Chooser(
    String login,
    String number,
    long student,
    long before,
    long curriculum,
    long year,
    String term,
    int termNo,
    List<String> codes) {

  static final String BLOCK = "КВ-И";

  String first() {
    return codes.get(0);
  }

  String second() {
    return codes.get(1);
  }

  String added() {
    return codes.get(2);
  }

  TermPlan plan() throws Exception {
    return Inside.as(login, () -> Inside.bean(TermPlanner.class).plan(number, term));
  }

  Part block() throws Exception {
    return plan().parts().stream()
        .filter(part -> BLOCK.equals(part.block()))
        .findFirst()
        .orElseThrow();
  }

  List<String> offered() throws Exception {
    return block().candidates().stream().map(Candidate::code).toList();
  }

  PlanRequest request(String code, Language language) {
    return new PlanRequest(
        term,
        List.of(new PlanRequest.Line(null, code, null, EnrolmentType.MAIN, language, null)),
        false,
        false);
  }

  PlanAnswer check(String code, Language language) throws Exception {
    return Inside.as(
        login, () -> Inside.bean(PlanDesk.class).check(number, request(code, language)));
  }

  List<String> refused(String code) throws Exception {
    return check(code, null).of(code).verdict().refusals().stream()
        .filter(reason -> reason.rule().equals("REG-16"))
        .map(Refusal::code)
        .toList();
  }

  PlanView.Line choose(String code, Language language) throws Exception {
    RegistrationCounter counter = Inside.bean(RegistrationCounter.class);
    Inside.as(login, () -> counter.choose(number, request(code, language)));
    PlanView plan = Inside.as(login, () -> Inside.bean(PlanQueries.class).plan(number, term));
    return plan.lines().stream()
        .filter(line -> line.term().equals(term) && line.discipline().equals(code))
        .findFirst()
        .orElseThrow();
  }

  private static String discipline() throws SQLException {
    long offering = Scene.offering(5);
    String code = Scene.text("SELECT code FROM offering WHERE id = ?", offering);
    Scene.change("DELETE FROM offering WHERE id = ?", offering);
    return code;
  }

  /** The student changes to the curriculum for as long as a test lasts. */
  static Chooser come() throws Exception {
    List<String> all = Scene.students(50);
    String number = all.get(all.size() - 1);
    long student = Scene.number("SELECT id FROM student WHERE student_no = ?", number);
    long before = Scene.number("SELECT curriculum_id FROM student WHERE id = ?", student);
    long term =
        Scene.number(
            "SELECT id FROM term WHERE starts_on > university_today() AND type <> 'SUMMER' AND"
                + " closed_at IS NULL ORDER BY starts_on LIMIT 1");
    long curriculum = Scene.next("curriculum_seq");
    Scene.change(
        "INSERT INTO programme (id, uuid, code, direction_code, level, name_kk, name_ru, name_en,"
            + " credits, years, languages, school_id) SELECT ?, UUID(), ?, p.direction_code,"
            + " p.level, p.name_kk, p.name_ru, p.name_en, p.credits, p.years, p.languages,"
            + " p.school_id FROM programme p JOIN student s ON s.programme_id = p.id WHERE s.id ="
            + " ?",
        curriculum,
        "IN" + curriculum,
        student);
    Scene.change(
        "INSERT INTO curriculum (id, programme_id, admission_year) SELECT ?, ?, admission_year FROM"
            + " curriculum WHERE id = ?",
        curriculum,
        curriculum,
        before);
    String login = Scene.account("STU", student, null);
    String code = Scene.text("SELECT code FROM term WHERE id = ?", term);
    int termNo = Inside.as(login, () -> Inside.bean(TermPlanner.class).plan(number, code)).termNo();
    List<String> codes = Stream.of(discipline(), discipline(), discipline()).sorted().toList();
    for (String one : codes.subList(0, 2)) {
      Scene.change(
          "INSERT INTO curriculum_item (id, curriculum_id, discipline_id, term_no, cycle,"
              + " component, choice_block, choice_credits) SELECT ?, ?, id, ?, 'PROFILE',"
              + " 'ELECTIVE', ?, 5 FROM discipline WHERE code = ?",
          Scene.next("curriculum_seq"),
          curriculum,
          termNo,
          BLOCK,
          one);
    }
    Scene.change("UPDATE student SET curriculum_id = ? WHERE id = ?", curriculum, student);
    return new Chooser(
        login,
        number,
        student,
        before,
        curriculum,
        Scene.number("SELECT academic_year_id FROM term WHERE id = ?", term),
        code,
        termNo,
        codes);
  }

  /** The first elective and the addition are published, the second elective is left out. */
  void publish() throws Exception {
    long catalogue = Scene.next("registration_seq");
    Scene.change(
        "INSERT INTO elective_catalogue (id, uuid, curriculum_id, academic_year_id, status,"
            + " prepared_by, prepared_at, decision, approved_by) VALUES (?, UUID(), ?, ?, 'DRAFT',"
            + " 'one', '2020-01-01', NULL, NULL)",
        catalogue,
        curriculum(),
        year());
    entry(catalogue, first(), "kk en", null);
    entry(catalogue, added(), "en ru", "УМС № 7");
    Scene.change(
        "UPDATE elective_catalogue SET status = 'APPROVED', decision = 'УМС № 8', approved_by ="
            + " 'two' WHERE id = ?",
        catalogue);
    String id = Scene.text("SELECT uuid FROM elective_catalogue WHERE id = ?", catalogue);
    ElectiveDesk desk = Inside.bean(ElectiveDesk.class);
    assertThat(Inside.as(Scene.holding("DIR"), () -> desk.publish(id)).isAllowed()).isTrue();
  }

  private void entry(long catalogue, String code, String languages, String basis)
      throws SQLException {
    Scene.change(
        "INSERT INTO elective_entry (id, catalogue_id, discipline_id, choice_block, term_no,"
            + " languages, description_kk, description_ru, description_en, addition_basis) SELECT"
            + " ?, ?, id, ?, ?, ?, 'қ', 'р', 'e', ? FROM discipline WHERE code = ?",
        Scene.next("registration_seq"),
        catalogue,
        BLOCK,
        termNo(),
        languages,
        basis,
        code);
  }

  void leave() throws SQLException {
    Scene.change("UPDATE student SET curriculum_id = ? WHERE id = ?", before(), student());
    Scene.change(
        "UPDATE elective_catalogue SET status = 'DRAFT' WHERE curriculum_id = ?", curriculum());
    Scene.change(
        "DELETE e FROM elective_entry e JOIN elective_catalogue c ON c.id = e.catalogue_id WHERE"
            + " c.curriculum_id = ?",
        curriculum());
    Scene.change("DELETE FROM elective_catalogue WHERE curriculum_id = ?", curriculum());
    Scene.change("DELETE FROM curriculum_item WHERE curriculum_id = ?", curriculum());
    Scene.change("DELETE FROM curriculum WHERE id = ?", curriculum());
    Scene.change("DELETE FROM programme WHERE id = ?", curriculum());
    for (String code : codes()) {
      Scene.change(
          "DELETE l FROM study_plan_line l JOIN discipline d ON d.id = l.discipline_id WHERE d.code"
              + " = ?",
          code);
    }
  }
}
