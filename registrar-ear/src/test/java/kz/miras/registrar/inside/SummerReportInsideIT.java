package kz.miras.registrar.inside;

import static kz.miras.registrar.inside.SummerScene.account;
import static kz.miras.registrar.inside.SummerScene.approved;
import static kz.miras.registrar.inside.SummerScene.check;
import static kz.miras.registrar.inside.SummerScene.desk;
import static kz.miras.registrar.inside.SummerScene.refused;
import static kz.miras.registrar.inside.SummerScene.steps;
import static kz.miras.registrar.inside.SummerScene.students;
import static kz.miras.registrar.inside.SummerScene.view;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.SummerPurpose;
import kz.miras.registrar.registration.payment.PaymentSound.Mark;
import kz.miras.registrar.registration.service.NamedSections;
import kz.miras.registrar.registration.service.RegistrationCounter;
import kz.miras.registrar.registration.service.payment.PaymentDesk;
import kz.miras.registrar.registration.service.summer.SummerReportFile;
import kz.miras.registrar.registration.service.summer.SummerView;
import kz.miras.registrar.shared.Language;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The closing report of a summer semester counts everybody, whichever way they came. */
@InsideTest
class SummerReportInsideIT {

  @Deployment
  static WebArchive archive() {
    return Inside.archive(SummerReportInsideIT.class, SummerScene.class);
  }

  private static void pay(String asked, String number) throws Exception {
    PaymentDesk payments = Inside.bean(PaymentDesk.class);
    Mark mark = new Mark(Scene.today(), number, null);
    assertThat(refused(Scene.holding("ACC"), () -> payments.confirm(asked, mark))).isEmpty();
  }

  private static String report(String id) throws Exception {
    return sheet(
        Inside.as(
            Scene.holding("SEN"), () -> Inside.bean(SummerReportFile.class).xlsx(id, Language.KK)));
  }

  @Test
  @DisplayName(
      "SUM-10 the report counts seats, payments and credits of whoever applied and of whoever came"
          + " through the plan of studies")
  void everybodyCounts() throws Exception {
    SummerView plan = approved(1);
    String line = plan.disciplines().get(0).id();
    List<String> students = students(52, 3);
    for (String student : students.subList(0, 2)) {
      String login = account(student);
      assertThat(refused(login, () -> desk().apply(null, line, SummerPurpose.ADDITIONAL)))
          .isEmpty();
    }
    check(line);
    assertThat(Inside.as(Scene.holding("SEN"), () -> desk().open(line, 1, 10)).done()).isEqualTo(2);
    pay(view(account(students.get(0)), plan.id()).own().get(0).paymentId(), "7");
    BigDecimal fee = plan.disciplines().get(0).price().multiply(BigDecimal.valueOf(5));

    String applied = report(plan.id());
    assertThat(cell(applied, "E5")).as("applications").isEqualByComparingTo("2");
    assertThat(cell(applied, "F5")).as("paid").isEqualByComparingTo("1");
    assertThat(cell(applied, "H5")).as("enrolled").isEqualByComparingTo("1");
    assertThat(cell(applied, "J5")).as("income").isEqualByComparingTo(fee);
    assertThat(cell(applied, "J6")).as("income of all").isEqualByComparingTo(fee);

    throughThePlan(plan, students.get(2));
    String all = report(plan.id());
    assertThat(cell(all, "E5")).as("applications alone").isEqualByComparingTo("2");
    assertThat(cell(all, "F5")).as("paid, whichever way").isEqualByComparingTo("2");
    assertThat(cell(all, "H5")).as("enrolled, whichever way").isEqualByComparingTo("2");
    assertThat(cell(all, "I5")).as("credits").isEqualByComparingTo("10");
    assertThat(cell(all, "J5")).as("income").isEqualByComparingTo(fee.add(fee));
    assertThat(cell(all, "N5")).as("without a result yet").isEqualByComparingTo("2");
  }

  @Test
  @DisplayName(
      "SUM-13 who was not let in when checked is let in once what stood against it is gone")
  void letInLater() throws Exception {
    SummerView plan = approved(1);
    String line = plan.disciplines().get(0).id();
    List<String> students = students(56, 3);
    String senior = Scene.holding("SEN");
    for (String student : students) {
      if (student.equals(students.get(2))) {
        check(line);
        assertThat(Inside.as(senior, () -> desk().open(line, 1, 10)).done()).isEqualTo(2);
      }
      assertThat(
              refused(account(student), () -> desk().apply(null, line, SummerPurpose.ADDITIONAL)))
          .isEmpty();
    }
    String login = account(students.get(2));
    String own = view(login, plan.id()).own().get(0).id();
    long hold = Scene.next("registration_seq");
    Scene.change(
        "INSERT INTO student_hold (id, uuid, student_id, kind, reason, contact, placed_by,"
            + " placed_at) SELECT ?, UUID(), s.id, 'ACADEMIC', 'papers are missing', 'room 1', 'one',"
            + " '2026-01-01' FROM student s WHERE s.student_no = ?",
        hold,
        students.get(2));
    try {
      assertThat(refused(Scene.holding("SPE"), () -> steps().check(own))).isNotEmpty();
      assertThat(view(login, plan.id()).own().get(0).enrolment()).isNull();
    } finally {
      Scene.change(
          "UPDATE student_hold SET removed_at = UTC_TIMESTAMP(6), removed_by = 'one',"
              + " removal_reason = 'brought' WHERE id = ?",
          hold);
    }

    assertThat(refused(senior, () -> steps().accept(own))).isEmpty();
    assertThat(view(login, plan.id()).own().get(0).enrolment()).hasToString("REQUESTED");
  }

  /** Somebody comes through the plan of studies, without an application, and pays. */
  private static void throughThePlan(SummerView plan, String student) throws Exception {
    long offering =
        Scene.number(
            "SELECT offering_id FROM summer_discipline WHERE uuid = ?",
            plan.disciplines().get(0).id());
    RegistrationCounter counter = Inside.bean(RegistrationCounter.class);
    Inside.as(
        Scene.holding("SPE"),
        () -> counter.enrol(student, offering, NamedSections.ANY, EnrolmentType.ADDITIONAL, null));
    pay(
        Scene.text(
            "SELECT CAST(r.uuid AS CHAR) FROM payment_request r JOIN enrolment e ON e.id ="
                + " r.enrolment_id JOIN student s ON s.id = e.student_id WHERE s.student_no = ?"
                + " AND e.offering_id = ?",
            student,
            offering),
        "8");
  }

  /** The cells of the one sheet of a workbook. */
  private static String sheet(byte[] workbook) throws IOException {
    Path file = Files.createTempFile("report", ".xlsx");
    Files.write(file, workbook);
    try (ZipFile parts = new ZipFile(file.toFile())) {
      return new String(
          parts.getInputStream(parts.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(),
          StandardCharsets.UTF_8);
    } finally {
      Files.delete(file);
    }
  }

  private static BigDecimal cell(String sheet, String place) {
    Matcher cell = Pattern.compile("<c r=\"" + place + "\"[^>]*><v>([^<]+)</v>").matcher(sheet);
    assertThat(cell.find()).as(place).isTrue();
    return new BigDecimal(cell.group(1));
  }
}
