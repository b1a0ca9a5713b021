package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;

import kz.miras.registrar.attestation.service.SheetFormation;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.service.NamedSections;
import kz.miras.registrar.registration.service.RegistrationCounter;
import kz.miras.registrar.registration.service.RegistrationDesk.Decision;
import kz.miras.registrar.registration.service.SectionDesk;

/** Students who are enrolled in a group with a sheet and move to another. */
final class MovedScene {

  private MovedScene() {}

  static void enrol(String student, long offering) throws Exception {
    RegistrationCounter counter = Inside.bean(RegistrationCounter.class);
    Decision decision =
        Inside.as(
            Scene.holding("SPE"),
            () ->
                counter.enrol(
                    student, offering, NamedSections.ANY, EnrolmentType.ADDITIONAL, null));
    assertThat(decision.enrolled()).as(decision.toString()).isTrue();
  }

  static long form(long section) throws Exception {
    SheetFormation formation = Inside.bean(SheetFormation.class);
    String id = Inside.as(Scene.holding("SPE"), () -> formation.form(section));
    return Scene.number("SELECT id FROM sheet WHERE uuid = ?", id);
  }

  /**
   * A group with room for one student more, who is enrolled in it, and its sheet.
   *
   * @param section key of the group
   * @param sheet key of its sheet
   */
  record Group(long section, long sheet) {

    /** A group of so many seats, the only one of the offering with room. */
    static Group of(long offering, int seats, String student) throws Exception {
      long section = Scene.section(offering, "GROUP", seats);
      enrol(student, offering);
      return new Group(section, form(section));
    }

    /** Lets so many in. */
    void widen(int seats) throws Exception {
      Scene.change("UPDATE section_seat SET capacity = ? WHERE section_id = ?", seats, section);
    }
  }

  static void merge(long group, long other) throws Exception {
    SectionDesk desk = Inside.bean(SectionDesk.class);
    assertThat(Inside.as(Scene.holding("SPE"), () -> desk.merge(group, other, "few")).isAllowed())
        .isTrue();
  }

  static void rate(long sheet, String student, String rating) throws Exception {
    Scene.change(
        "UPDATE sheet_row SET p1 = ?, typed_by = 'in-teacher' WHERE sheet_id = ? AND student_id ="
            + " (SELECT id FROM student WHERE student_no = ?)",
        rating,
        sheet,
        student);
  }
}
