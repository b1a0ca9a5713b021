package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.achievement.ResultKind;
import kz.miras.registrar.achievement.service.Ledger;
import kz.miras.registrar.achievement.service.SheetPosting;
import kz.miras.registrar.attestation.service.SheetDesk;
import kz.miras.registrar.calendar.TermRef;
import kz.miras.registrar.curriculum.Cycle;
import kz.miras.registrar.curriculum.Grade;
import kz.miras.registrar.curriculum.Letter;
import kz.miras.registrar.office.service.ImportDesk;
import kz.miras.registrar.office.service.ImportRun;
import kz.miras.registrar.office.service.RecordDesk;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The exams of sheets that stand: set in a form or by file, and the protocol of a final one. */
@InsideTest
class SittingInsideIT {

  private static final String BASIS = "order 12";

  @Deployment
  static WebArchive archive() {
    return Inside.archive(SittingInsideIT.class, SessionScene.class, Marks.class, Soon.class);
  }

  private static List<String> said(List<Refusal> said) {
    return said.stream().map(Refusal::code).toList();
  }

  private static Verdict set(String office, Map<String, String> values, boolean seen)
      throws Exception {
    RecordDesk records = Inside.bean(RecordDesk.class);
    Map<String, String> key = Map.of("sheet", values.get("sheet"));
    return Inside.as(
        office,
        () -> records.save("sittings", records.stored("sittings", key), values, null, seen));
  }

  private static Map<String, String> sitting(String sheet, String day, String time, String room) {
    Map<String, String> values = new HashMap<>();
    values.put("sheet", sheet);
    values.put("exam_date", day);
    values.put("exam_time", time);
    values.put("room", room);
    values.put("exam_form", "WRITTEN");
    values.put("exam_minutes", "120");
    return values;
  }

  @Test
  @DisplayName("SHT-11 EXM-3 the office sets exams inside the session and is warned of collisions")
  void exams() throws Exception {
    long term = Scene.term("SES-5", 2115);
    // 9 December 2115 is a Monday
    SessionScene.session(term, "2115-12-09", "2115-12-21");
    String[] numbers = new String[2];
    for (int i = 0; i < 2; i++) {
      long offering = SessionScene.offering(term, "DISCIPLINE", "EXAM");
      long group = SessionScene.group(offering);
      SessionScene.enrol(SessionScene.student("BACHELOR", 10), offering, group, "MAIN", 1);
      SessionScene.form(term);
      numbers[i] = Scene.text("SELECT number FROM sheet WHERE section_id = ?", group);
    }
    String office = Scene.holding("SPE");

    assertThat(
            said(set(office, sitting(numbers[0], "2115-12-06", "09:00", "201"), false).refusals()))
        .containsExactly("attestation.sitting.outside");
    assertThat(
            said(set(office, sitting(numbers[0], "2115-12-15", "09:00", "201"), false).refusals()))
        .as("a Sunday")
        .containsExactly("attestation.sitting.free-day");
    assertThat(onItsPage(office, numbers[0], LocalDate.of(2115, 12, 6)))
        .as("the page of the sheet asks the same as the list")
        .containsExactly("attestation.sitting.outside");
    assertThat(onItsPage(office, numbers[0], LocalDate.of(2115, 12, 15)))
        .containsExactly("attestation.sitting.free-day");
    assertThat(set(office, sitting(numbers[0], "2115-12-10", "09:00", "201"), false))
        .isEqualTo(Verdict.allowed());
    assertThat(
            Scene.text(
                "SELECT CONCAT_WS(' ', exam_date, exam_time, room, exam_form, exam_minutes) FROM"
                    + " sheet WHERE number = ?",
                numbers[0]))
        .isEqualTo("2115-12-10 09:00:00 201 WRITTEN 120");

    Map<String, String> second = sitting(numbers[1], "2115-12-10", "10:00", "201");
    Verdict warned = set(office, second, false);
    assertThat(said(warned.warnings()))
        .containsExactlyInAnyOrder(
            "attestation.sitting.room-taken",
            "attestation.sitting.examiner-taken",
            "attestation.sitting.second-exam");
    assertThat(Scene.text("SELECT exam_date FROM sheet WHERE number = ?", numbers[1]))
        .as("nothing is stored before the warnings are confirmed")
        .isNull();
    assertThat(set(office, second, true).isAllowed()).isTrue();
    assertThat(said(set(office, sitting("NO-SUCH", "2115-12-10", "09:00", "1"), false).refusals()))
        .containsExactly("field.unknown");

    examiner(office, numbers[0]);
  }

  /** Why the exam is not set to a day on the page of its sheet. */
  private static List<String> onItsPage(String office, String sheet, LocalDate day)
      throws Exception {
    String id = Scene.text("SELECT uuid FROM sheet WHERE number = ?", sheet);
    SheetDesk desk = Inside.bean(SheetDesk.class);
    try {
      Inside.as(office, () -> done(() -> desk.appoint(id, null, null, null, day, null, null)));
      return List.of();
    } catch (RegistrarException.Refused refused) {
      return said(refused.refusals());
    }
  }

  /** SHT-6 holds here too. */
  private static void examiner(String office, String sheet) throws Exception {
    String other = Scene.text("SELECT personnel_no FROM teacher ORDER BY id DESC LIMIT 1");
    String id = Scene.text("SELECT uuid FROM sheet WHERE number = ?", sheet);
    SheetDesk desk = Inside.bean(SheetDesk.class);
    Inside.as(
        office,
        () -> {
          desk.open(id);
          return null;
        });
    Map<String, String> values = sitting(sheet, "2115-12-10", "14:00", "202");
    values.put("examiner", other);
    assertThat(said(set(office, values, true).refusals()))
        .containsExactly("attestation.appoint.basis");
    values.put("basis", BASIS);
    assertThat(set(office, values, true).isAllowed()).isTrue();
    assertThat(
            Scene.text(
                "SELECT CONCAT(t.personnel_no, ' ', h.appointment_basis, ' ', h.exam_time) FROM"
                    + " sheet h JOIN teacher t ON t.id = h.examiner_id WHERE h.number = ?",
                sheet))
        .isEqualTo(other + " " + BASIS + " 14:00:00");
  }

  @Test
  @DisplayName(
      "SHT-12 AK-9 final attestation is closed by its protocol and posted as what it is, not in the"
          + " year it failed in before")
  void finalAttestation() throws Exception {
    long term = Scene.term("SES-6", 2117);
    long offering = SessionScene.offering(term, "FINAL", "FINAL_ATTESTATION");
    long group = SessionScene.group(offering);
    long student = SessionScene.student("BACHELOR", 11);
    SessionScene.enrol(student, offering, group, "MAIN", 1);
    assertThat(SessionScene.form(term)).isEqualTo(1);
    assertThat(SessionScene.sheets(group)).isEqualTo("FINAL BACHELOR 1");
    String number = Scene.text("SELECT number FROM sheet WHERE section_id = ?", group);
    String id = Scene.text("SELECT uuid FROM sheet WHERE section_id = ?", group);
    String office = Scene.holding("SPE");
    String teacher =
        Scene.account(
            "TCH", null, Scene.number("SELECT examiner_id FROM sheet WHERE uuid = ?", id));
    SheetDesk desk = Inside.bean(SheetDesk.class);
    Inside.as(office, () -> done(() -> desk.open(id)));
    Scene.change(
        "UPDATE sheet_row r JOIN sheet h ON h.id = r.sheet_id SET r.score = 92, r.scored_by ="
            + " 'examiner', r.typed_by = 'examiner' WHERE h.uuid = ?",
        id);
    assertThatThrownBy(() -> Inside.as(teacher, () -> done(() -> desk.submit(id))))
        .isInstanceOfSatisfying(
            RegistrarException.Refused.class,
            refused ->
                assertThat(said(refused.refusals())).containsExactly("attestation.final.protocol"));
    Map<String, String> values = new HashMap<>();
    values.put("sheet", number);
    values.put("protocol_no", "7");
    values.put("protocol_date", Scene.today().toString());
    assertThat(set(office, values, true).isAllowed()).isTrue();
    Inside.as(teacher, () -> done(() -> desk.submit(id)));
    SheetPosting posting = Inside.bean(SheetPosting.class);
    String deputy = Scene.holding("DEP");
    long discipline = Scene.number("SELECT discipline_id FROM offering WHERE id = ?", offering);
    failed(student, discipline, term, 2117, null);
    assertThat(Inside.refused(deputy, () -> posting.close(id)))
        .as("it failed this year already")
        .containsExactly("attestation.ak.same-year");
    long before = Scene.term("SES-9", 2116);
    failed(student, discipline, before, 2116, Marks.last(student, discipline));
    assertThat(Inside.as(deputy, () -> posting.close(id))).isEqualTo(1);
    assertThat(
            Scene.text(
                "SELECT CONCAT(a.kind, ' ', a.percent, ' ', a.source_document LIKE '%; АК № 7, 20%') FROM achievement a JOIN sheet h ON h.id ="
                    + " a.sheet_id WHERE h.uuid = ?",
                id))
        .isEqualTo("FINAL_ATTESTATION 92 1");
  }

  /** Final attestation failed in an academic year arrives in the history. */
  private static void failed(long student, long discipline, long term, int year, Long corrects)
      throws Exception {
    String code = Scene.text("SELECT code FROM discipline WHERE id = ?", discipline);
    Marks.post(
        new Ledger.Posting(
            student,
            new LedgerEntry.Studied(
                discipline,
                code,
                LocalizedText.of(code, code, code),
                5,
                Cycle.FINAL_ATTESTATION,
                null,
                false,
                false,
                true),
            new LedgerEntry.Outcome(
                term,
                TermRef.autumn(year),
                ResultKind.FINAL_ATTESTATION,
                1,
                null,
                null,
                Grade.of(Letter.F),
                LocalDate.of(year, 12, 20),
                "policy-bachelor"),
            Marks.source(corrects)));
  }

  private static UUID upload(String office, String file) throws Exception {
    ImportDesk desk = Inside.bean(ImportDesk.class);
    byte[] content = file.getBytes(StandardCharsets.UTF_8);
    return Inside.as(office, () -> desk.upload("sittings", "exams.csv", content, Language.EN));
  }

  @Test
  @DisplayName(
      "SHT-11 a file sets many exams; its rows are judged like the form, one beside another")
  void byFile() throws Exception {
    long term = Scene.term("SES-7", 2111);
    SessionScene.session(term, "2111-12-07", "2111-12-19");
    String[] numbers = new String[2];
    for (int i = 0; i < 2; i++) {
      long offering = SessionScene.offering(term, "DISCIPLINE", "EXAM");
      long group = SessionScene.group(offering);
      SessionScene.enrol(SessionScene.student("BACHELOR", 12 + i), offering, group, "MAIN", 1);
      SessionScene.form(term);
      numbers[i] = Scene.text("SELECT number FROM sheet WHERE section_id = ?", group);
    }
    Scene.change("UPDATE sheet SET exam_form = 'ORAL' WHERE number = ?", numbers[0]);
    String office = Scene.holding("SPE");
    String heading = "sheet;exam_date;exam_time;room\r\n";
    String good = numbers[0] + ";08.12.2111;09:00;301\r\n";

    ImportRun outside =
        Soon.ended(upload(office, heading + good + numbers[1] + ";21.12.2111;09:00;301\r\n"));
    assertThat(List.of(outside.status(), outside.changed(), outside.bad()))
        .isEqualTo(List.of("CHECKED", 1, 1));

    UUID run = upload(office, heading + good + numbers[1] + ";08.12.2111;09:30;301\r\n");
    assertThat(Soon.ended(run).changed()).isEqualTo(2);
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM import_row r JOIN import_run u ON u.id = r.run_id WHERE u.uuid"
                    + " = ? AND r.errors LIKE '%attestation.sitting.room-taken%'",
                run.toString()))
        .as("the second of the file meets the first in its room")
        .isEqualTo(1);
    ImportDesk desk = Inside.bean(ImportDesk.class);
    Inside.as(office, () -> done(() -> desk.apply(run, true)));
    assertThat(Soon.ended(run).status()).isEqualTo("APPLIED");
    assertThat(
            Scene.text(
                "SELECT CONCAT_WS(' ', exam_date, exam_time, room, exam_form) FROM sheet WHERE"
                    + " number = ?",
                numbers[0]))
        .as("a column the file does not have says nothing")
        .isEqualTo("2111-12-08 09:00:00 301 ORAL");
  }

  private static Void done(Runnable work) {
    work.run();
    return null;
  }
}
