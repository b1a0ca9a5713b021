package kz.miras.registrar.inside;

import static kz.miras.registrar.inside.PlanScene.request;
import static kz.miras.registrar.inside.PlanScene.submit;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.UserTransaction;
import java.time.DayOfWeek;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.naming.InitialContext;
import kz.miras.registrar.office.service.RecordDesk;
import kz.miras.registrar.registration.service.ClashQueries;
import kz.miras.registrar.registration.service.SlotList;
import kz.miras.registrar.registration.service.TimetableDesk;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.RecordList;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Lessons that move when people sit in them: who is warned, who is told, and how often. */
@InsideTest
class LessonsInsideIT {

  private static final int FIRST = 130;
  private static final String TOLD =
      "SELECT COUNT(*) FROM notice WHERE student_id = ? AND code = ?";
  private static final String TAUGHT =
      "SELECT COUNT(*) FROM notice WHERE teacher_id = ? AND code = ?";
  private static final String MOVED = "registration.notice.lessons";
  private static final String CLASH = "registration.notice.lessons-clash";

  @Deployment
  static WebArchive archive() {
    return Inside.archive(LessonsInsideIT.class, PlanScene.class, QueueScene.class);
  }

  /** Two offerings with a group each, on Monday and on Tuesday, and two who sit in the first. */
  private static final class Timetable {
    final long mondays;
    final long monday;
    final long tuesdays;
    final long tuesday;
    final String both;
    final String one;
    final long teacher;
    final long adviser;

    Timetable(int at) throws Exception {
      mondays = Scene.offering(1);
      monday = group(mondays, 1);
      tuesdays = Scene.offering(1);
      tuesday = group(tuesdays, 2);
      List<String> students = Scene.students(FIRST + at, 2);
      both = students.get(0);
      one = students.get(1);
      submit(both, request(true, false, mondays, tuesdays), UUID.randomUUID().toString());
      submit(one, request(true, false, mondays), UUID.randomUUID().toString());
      teacher = Scene.number("SELECT id FROM teacher ORDER BY id DESC LIMIT 1 OFFSET " + at);
      Scene.change(
          "INSERT INTO section_teacher (id, section_id, teacher_id, duty, valid_from) VALUES (?, ?,"
              + " ?, 'TEACHER', '2020-01-01')",
          Scene.next("registration_seq"),
          monday,
          teacher);
      adviser = Scene.number("SELECT COALESCE(adviser_id, 0) FROM student WHERE id = ?", id(both));
    }

    private static long group(long offering, int day) throws Exception {
      long group = Scene.section(offering, "GROUP", 5);
      Scene.change(
          "INSERT INTO section_slot (id, section_id, day_of_week, starts_at, ends_at, room) VALUES"
              + " (?, ?, ?, '09:00', '10:50', '101')",
          Scene.next("registration_seq"),
          group,
          day);
      return group;
    }

    String code() throws Exception {
      return Scene.text("SELECT code FROM offering WHERE id = ?", mondays);
    }

    Map<String, String> record(int day, String from, String to) throws Exception {
      Map<String, String> record = new HashMap<>();
      record.put("term", "FAR");
      record.put("offering", code());
      record.put("section", Scene.text("SELECT code FROM section WHERE id = ?", monday));
      record.put("day_of_week", String.valueOf(day));
      record.put("starts_at", from);
      record.put("ends_at", to);
      record.put("weeks", "ALL");
      return record;
    }
  }

  private static long id(String student) throws Exception {
    return Scene.number("SELECT id FROM student WHERE student_no = ?", student);
  }

  private static long slots(long section, int day) throws Exception {
    return Scene.number(
        "SELECT COUNT(*) FROM section_slot WHERE section_id = ? AND day_of_week = ?", section, day);
  }

  private static List<String> codes(List<Refusal> said) {
    return said.stream().map(Refusal::code).toList();
  }

  @Test
  @DisplayName("REG-11 a lesson moved onto another is warned of, told once to each, and marked")
  void movedOntoAnother() throws Exception {
    Timetable scene = new Timetable(0);
    TimetableDesk desk = Inside.bean(TimetableDesk.class);
    String office = Scene.holding("SPE");
    Map<String, String> was = Inside.as(office, () -> desk.lessons(scene.monday)).get(0);
    Map<String, String> wanted = scene.record(2, "10:00", "11:50");
    long taught = Scene.number(TAUGHT, scene.teacher, "registration.notice.lessons-teacher");
    long advised = Scene.number(TAUGHT, scene.adviser, "registration.notice.lessons-adviser");

    Verdict warned = Inside.as(office, () -> desk.save(scene.monday, was, wanted, null, false));
    assertThat(warned.isAllowed()).isTrue();
    assertThat(warned.warnings())
        .singleElement()
        .satisfies(
            said -> {
              assertThat(said.code()).isEqualTo("registration.slot.clashes");
              assertThat(said.args().get(1)).hasToString("1");
            });
    assertThat(slots(scene.monday, 1)).as("nothing is written yet").isEqualTo(1);
    assertThat(Scene.number(TOLD, id(scene.one), MOVED)).isZero();

    Inside.as(office, () -> desk.save(scene.monday, was, wanted, "room is needed", true));
    assertThat(slots(scene.monday, 1)).isZero();
    assertThat(slots(scene.monday, 2)).isEqualTo(1);
    assertThat(Scene.number(TOLD, id(scene.both), CLASH)).isEqualTo(1);
    assertThat(Scene.number(TOLD, id(scene.both), MOVED)).isZero();
    assertThat(Scene.number(TOLD, id(scene.one), MOVED)).isEqualTo(1);
    assertThat(Scene.number(TAUGHT, scene.teacher, "registration.notice.lessons-teacher"))
        .isEqualTo(taught + 1);
    if (scene.adviser != 0) {
      assertThat(Scene.number(TAUGHT, scene.adviser, "registration.notice.lessons-adviser"))
          .isEqualTo(advised + 1);
    }

    ClashQueries clashes = Inside.bean(ClashQueries.class);
    assertThat(Inside.as(office, () -> clashes.of(scene.mondays)))
        .singleElement()
        .satisfies(
            clashing -> {
              assertThat(clashing.number()).isEqualTo(scene.both);
              assertThat(codes(clashing.with())).containsExactly("registration.clash");
            });
    assertThat(Inside.as(office, () -> clashes.of(scene.both, "FAR"))).hasSize(2);
    assertThat(Inside.as(office, () -> clashes.of(scene.one, "FAR"))).isEmpty();

    Map<String, String> now = Inside.as(office, () -> desk.lessons(scene.monday)).get(0);
    Verdict room =
        Inside.as(
            office,
            () -> {
              Map<String, String> other = new HashMap<>(now);
              other.put("room", "202");
              return desk.save(scene.monday, now, other, null, false);
            });
    assertThat(room.warnings()).as("the overlap was there before").isEmpty();
    assertThat(Scene.number(TOLD, id(scene.both), MOVED)).isEqualTo(1);
    assertThat(Scene.number(TOLD, id(scene.both), CLASH)).isEqualTo(1);
    Verdict gone = Inside.as(office, () -> desk.save(scene.monday, was, wanted, null, true));
    assertThat(codes(gone.refusals())).contains("registration.slot.gone");
  }

  @Test
  @DisplayName("REG-11 a lesson of the stream put at the hour of the own group is warned of")
  void ontoTheOwnGroup() throws Exception {
    long offering = Scene.offering(1);
    QueueScene.at(Scene.section(offering, "GROUP", 5), DayOfWeek.SATURDAY, 7);
    long stream = Scene.section(offering, "LECTURE", 5);
    submit(Scene.student(FIRST), request(true, false, offering), UUID.randomUUID().toString());
    Map<String, String> lesson = new HashMap<>();
    lesson.put("day_of_week", "6");
    lesson.put("starts_at", "07:00");
    lesson.put("ends_at", "07:50");
    lesson.put("weeks", "ALL");
    TimetableDesk desk = Inside.bean(TimetableDesk.class);
    Verdict warned =
        Inside.as(Scene.holding("SPE"), () -> desk.save(stream, null, lesson, null, false));
    assertThat(codes(warned.warnings())).containsExactly("registration.slot.clashes");
  }

  @Test
  @DisplayName("REG-11 the form of a record warns too, and a removed lesson is told and gone")
  void byTheForm() throws Exception {
    Timetable scene = new Timetable(2);
    RecordDesk records = Inside.bean(RecordDesk.class);
    String office = Scene.holding("SPE");
    Map<String, String> second = scene.record(2, "09:30", "10:20");
    Verdict warned = Inside.as(office, () -> records.save("slots", Map.of(), second, null, false));
    assertThat(codes(warned.warnings())).containsExactly("registration.slot.clashes");
    assertThat(slots(scene.monday, 2)).isZero();
    Map<String, String> first =
        Inside.as(office, () -> records.stored("slots", scene.record(1, "09:00", "10:50")));
    Map<String, String> removed = new HashMap<>(first);
    removed.put("removed", "да");
    assertThat(
            Inside.as(office, () -> records.save("slots", first, removed, null, false)).isAllowed())
        .isTrue();
    assertThat(slots(scene.monday, 1)).isZero();
    assertThat(Scene.number(TOLD, id(scene.one), MOVED)).isEqualTo(1);
  }

  @Test
  @DisplayName("an import of many lessons tells each person once, and nothing where nothing moved")
  void oncePerImport() throws Exception {
    Timetable scene = new Timetable(4);
    long taught = Scene.number(TAUGHT, scene.teacher, "registration.notice.lessons-teacher");
    Map<String, String> gone = scene.record(1, "09:00", "10:50");
    gone.put("removed", "true");
    List<Map<String, String>> rows =
        List.of(
            gone,
            scene.record(3, "09:00", "10:50"),
            scene.record(4, "09:00", "10:50"),
            scene.record(2, "09:00", "09:50"));
    bringIn(rows);
    assertThat(Scene.number("SELECT COUNT(*) FROM section_slot WHERE section_id = ?", scene.monday))
        .isEqualTo(3);
    assertThat(Scene.number(TOLD, id(scene.one), MOVED)).isEqualTo(1);
    assertThat(Scene.number(TOLD, id(scene.both), CLASH)).isEqualTo(1);
    assertThat(Scene.number(TAUGHT, scene.teacher, "registration.notice.lessons-teacher"))
        .isEqualTo(taught + 1);

    bringIn(List.of(scene.record(3, "09:00", "10:50"), scene.record(4, "09:00", "10:50")));
    assertThat(Scene.number(TOLD, id(scene.one), MOVED)).as("written anew, no news").isEqualTo(1);
  }

  /** Writes rows as an import does: all of them, then the end of the sheet, in one transaction. */
  private static void bringIn(List<Map<String, String>> rows) throws Exception {
    RecordList list = Inside.bean(SlotList.class);
    Inside.as(
        Scene.holding("SPE"),
        () -> {
          UserTransaction transaction = InitialContext.doLookup("java:jboss/UserTransaction");
          transaction.begin();
          RecordList.Sheet sheet = list.open();
          for (Map<String, String> row : rows) {
            Map<String, String> values = new HashMap<>(row);
            assertThat(sheet.check(values).isAllowed()).isTrue();
            sheet.write(values);
          }
          sheet.finish();
          transaction.commit();
          return null;
        });
  }
}
