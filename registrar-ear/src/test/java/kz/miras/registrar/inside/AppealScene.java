package kz.miras.registrar.inside;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import kz.miras.registrar.attestation.SheetPart;
import kz.miras.registrar.attestation.appeal.AppealCommission.Draft;
import kz.miras.registrar.attestation.appeal.AppealCommission.Seat;
import kz.miras.registrar.attestation.appeal.CommissionOffice;
import kz.miras.registrar.attestation.service.PublicationDesk;
import kz.miras.registrar.attestation.service.SheetDesk;
import kz.miras.registrar.attestation.service.appeal.AppealDesk;
import kz.miras.registrar.attestation.service.appeal.CommissionDesk;

/** A published sheet, and a commission of five who vote, the examiner among them. */
final class AppealScene {

  private final SheetScene sheet;
  private final String secretary = Scene.holding("SPE");
  private final List<Long> members = new ArrayList<>();
  private String commission;

  private AppealScene(SheetScene sheet) throws SQLException {
    this.sheet = sheet;
  }

  /**
   * A sheet of students of {@link Scene} from a place on with these scores, posted by the office.
   */
  static AppealScene posted(int first, int... scores) throws Exception {
    AppealScene scene = new AppealScene(SheetScene.open(first, scores.length));
    for (int place = 0; place < scores.length; place++) {
      scene.sheet.score(place, scores[place]);
    }
    SheetScene.act(
        scene.sheet.teacher(), () -> Inside.bean(SheetDesk.class).submit(scene.sheet.sheet()));
    scene.sheet.close();
    return scene;
  }

  SheetScene sheet() {
    return sheet;
  }

  void publish() throws Exception {
    PublicationDesk desk = Inside.bean(PublicationDesk.class);
    SheetScene.act(Scene.holding("SPE"), () -> desk.publish(sheet.sheet(), SheetPart.RESULT));
  }

  /** The student at a place of the sheet. */
  String student(int place) throws SQLException {
    return Scene.account("STU", sheet.student(place), null);
  }

  String secretary() {
    return secretary;
  }

  /** Keys of members: the chair, three others, the examiner. */
  List<Long> members() {
    return List.copyOf(members);
  }

  String commission() {
    return commission;
  }

  /** The office registers the order; the examiner of the sheet is the last of five. */
  void name() throws Exception {
    long[] teachers = {teacher("Шайх"), teacher("Бек"), teacher("Даль"), teacher("Ким")};
    List<Seat> seats = new ArrayList<>();
    for (int i = 0; i < teachers.length; i++) {
      seats.add(
          new Seat(i == 0 ? CommissionOffice.CHAIR : CommissionOffice.MEMBER, teachers[i], null));
    }
    seats.add(new Seat(CommissionOffice.MEMBER, sheet.teacherKey(), null));
    seats.add(
        new Seat(
            CommissionOffice.SECRETARY,
            null,
            Scene.number("SELECT id FROM account WHERE login = ?", secretary)));
    LocalDate today = Scene.today();
    Draft order =
        new Draft(
            "AC-" + Scene.next("attestation_seq"),
            today,
            Scene.number("SELECT term_id FROM sheet WHERE uuid = ?", sheet.sheet()),
            today.minusDays(1),
            today.plusDays(30),
            seats);
    CommissionDesk desk = Inside.bean(CommissionDesk.class);
    commission = Inside.as(Scene.holding("SEN"), () -> desk.register(order)).id();
    String member = "SELECT m.id FROM commission_member m JOIN appeal_commission c ON c.id =";
    for (long teacher : teachers) {
      members.add(
          Scene.number(
              member + " m.commission_id WHERE c.uuid = ? AND m.teacher_id = ?",
              commission,
              teacher));
    }
    members.add(
        Scene.number(
            member + " m.commission_id WHERE c.uuid = ? AND m.teacher_id = ?",
            commission,
            sheet.teacherKey()));
  }

  private static long teacher(String name) throws SQLException {
    long key = Scene.next("curriculum_seq");
    Scene.change(
        "INSERT INTO teacher (id, uuid, personnel_no, last_name, first_name, department_id) SELECT"
            + " ?, UUID(), ?, ?, 'Асан', MIN(department_id) FROM discipline",
        key,
        "AC-" + key,
        name);
    return key;
  }

  /** A student files; the id of the appeal. */
  String file(int place) throws Exception {
    AppealDesk desk = Inside.bean(AppealDesk.class);
    return Inside.as(student(place), () -> desk.file(sheet.sheet(), "question 3"));
  }

  /** The office accepts it and names the hearing, whose hour comes at once. */
  void hear(String appeal) throws Exception {
    AppealDesk desk = Inside.bean(AppealDesk.class);
    String office = Scene.holding("SPE");
    SheetScene.act(office, () -> desk.accept(appeal, commission));
    LocalDateTime at = sheet.now().plusMinutes(30);
    SheetScene.act(
        office,
        () -> desk.schedule(appeal, commission, at.toLocalDate(), at.toLocalTime(), "room 101"));
    come(appeal);
  }

  /** The hour of the hearing has come. */
  static void come(String appeal) throws SQLException {
    Scene.change(
        "UPDATE appeal SET hearing_at = UTC_TIMESTAMP(6) - INTERVAL 1 MINUTE, version = version + 1"
            + " WHERE uuid = ?",
        appeal);
  }
}
