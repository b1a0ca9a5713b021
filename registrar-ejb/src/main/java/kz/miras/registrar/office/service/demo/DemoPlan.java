package kz.miras.registrar.office.service.demo;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Builds the calendar, units, teachers, programmes, disciplines and curricula. */
final class DemoPlan {

  /** A discipline as stored. */
  record Stored(long id, DemoSubjects.Subject subject, String department) {}

  /** A line of a curriculum; {@code block} is null outside choice blocks. */
  record Item(Stored discipline, int termNo, String cycle, String component, String block) {}

  /** A programme with what each admission year studies. */
  record ProgrammeRow(
      long id,
      DemoSubjects.ProgrammeRow row,
      String department,
      Map<Integer, Long> curricula,
      List<Item> items) {

    /** What a group studies: of each block of choice, one discipline. */
    List<Item> chosen(int turn) {
      Map<String, List<Item>> blocks = new HashMap<>();
      items.stream()
          .filter(item -> item.block() != null)
          .forEach(item -> blocks.computeIfAbsent(item.block(), b -> new ArrayList<>()).add(item));
      return items.stream()
          .filter(
              item -> {
                List<Item> block = blocks.get(item.block());
                return block == null
                    || block.get((turn + item.termNo()) % block.size()).equals(item);
              })
          .toList();
    }
  }

  /** A teacher as stored. */
  record TeacherRow(long id, String number, String name) {}

  private static final int STUDENTS_PER_TEACHER = 250;
  private static final int LEAST_TEACHERS = 8;

  private final Rows rows;
  private final Random random;
  private final int wanted;
  final int year;
  final List<Long> schools = new ArrayList<>();
  final Map<String, Long> departments = new HashMap<>();
  final Map<String, List<TeacherRow>> teachers = new HashMap<>();
  final List<ProgrammeRow> programmes = new ArrayList<>();
  final DemoCalendar calendar;

  DemoPlan(Rows rows, Random random, LocalDate anchor, int wanted) {
    this.rows = rows;
    this.random = random;
    this.wanted = wanted;
    this.year = anchor.getMonthValue() >= 9 ? anchor.getYear() : anchor.getYear() - 1;
    this.calendar = new DemoCalendar(rows, year, anchor);
  }

  void build() throws SQLException {
    calendar.build();
    units();
    catalogue();
    rows.flush();
  }

  private void units() throws SQLException {
    long university =
        unit(
            "UNI",
            "UNIVERSITY",
            null,
            "«Мирас» университеті",
            "Университет «Мирас»",
            "Miras University");
    unit("OR", "OFFICE", university, "Тіркеуші кеңсесі", "Офис регистратора", "Registrar's Office");
    for (DemoSubjects.Named name : DemoSubjects.SCHOOLS) {
      schools.add(unit(name.code(), "SCHOOL", university, name.kk(), name.ru(), name.en()));
    }
    DemoPeople people = new DemoPeople(random);
    for (DemoSubjects.DepartmentRow row : DemoSubjects.DEPARTMENTS) {
      DemoSubjects.Named name = row.name();
      long department =
          unit(
              name.code(),
              "DEPARTMENT",
              schools.get(row.school()),
              name.kk(),
              name.ru(),
              name.en());
      departments.put(name.code(), department);
      List<TeacherRow> staff = new ArrayList<>();
      int size = Math.max(LEAST_TEACHERS, wanted / STUDENTS_PER_TEACHER);
      for (int t = 0; t < (name.code().equals("HUM") ? 2 * size : size); t++) {
        staff.add(teacher(people.next(1960 + random.nextInt(35), false), department, t));
      }
      teachers.put(name.code(), staff);
    }
  }

  private TeacherRow teacher(DemoPeople.Person who, long department, int place)
      throws SQLException {
    long id = rows.nextKey();
    String number = "T" + (10_000 + id % 90_000);
    rows.add(
        "teacher",
        "id, uuid, personnel_no, last_name, first_name, patronymic, department_id, position, email,"
            + " active",
        id,
        rows.uuid(),
        number,
        who.last(),
        who.first(),
        who.patronymic(),
        department,
        place == 0
            ? "профессор"
            : place < 4 ? "ассоциированный профессор" : "старший преподаватель",
        number.toLowerCase(Locale.ROOT) + "@example.kz",
        true);
    return new TeacherRow(id, number, who.last() + " " + who.first());
  }

  private long unit(String code, String kind, Long parent, String kk, String ru, String en)
      throws SQLException {
    long id = rows.nextKey();
    rows.add(
        "org_unit",
        "id, code, kind, parent_id, name_kk, name_ru, name_en",
        id,
        code,
        kind,
        parent,
        kk,
        ru,
        en);
    rows.flush();
    return id;
  }

  private void catalogue() throws SQLException {
    DemoLines lines = new DemoLines();
    Map<String, Stored> stored = new HashMap<>();
    for (DemoSubjects.ProgrammeRow row : DemoSubjects.PROGRAMMES) {
      for (DemoLines.Line line : lines.of(row.name().code())) {
        if (!stored.containsKey(line.key())) {
          stored.put(line.key(), store(line));
        }
      }
    }
    rows.flush();
    Set<String> linked = new HashSet<>();
    for (DemoSubjects.ProgrammeRow row : DemoSubjects.PROGRAMMES) {
      for (DemoLines.Line line : lines.of(row.name().code())) {
        if (line.after() != null && linked.add(line.key())) {
          rows.add(
              "prerequisite",
              "discipline_id, requires_id",
              stored.get(line.key()).id(),
              stored.get(line.after()).id());
        }
      }
      programme(row, lines, stored);
    }
  }

  private Stored store(DemoLines.Line line) throws SQLException {
    long id = rows.nextKey();
    DemoSubjects.Subject subject = line.subject();
    DemoSubjects.Named name = subject.name();
    rows.add(
        "discipline",
        "id, uuid, code, code_kk, code_en, name_kk, name_ru, name_en, credits, control_form, kind,"
            + " department_id, excluded_from_gpa, state_exam, name_repeats, active",
        id,
        rows.uuid(),
        name.code(),
        subject.codeKk(),
        subject.codeEn(),
        name.kk(),
        name.ru(),
        name.en(),
        subject.credits(),
        subject.control(),
        subject.kind(),
        departments.get(line.department()),
        false,
        subject.stateExam(),
        subject.repeats(),
        true);
    return new Stored(id, subject, line.department());
  }

  private void programme(DemoSubjects.ProgrammeRow row, DemoLines lines, Map<String, Stored> stored)
      throws SQLException {
    long id = rows.nextKey();
    DemoSubjects.Named name = row.name();
    rows.add(
        "programme",
        "id, uuid, code, direction_code, level, name_kk, name_ru, name_en, credits, years,"
            + " languages, school_id, active",
        id,
        rows.uuid(),
        name.code(),
        row.direction(),
        row.level(),
        name.kk(),
        name.ru(),
        name.en(),
        row.credits(),
        row.years(),
        "kk ru",
        schools.get(row.school()),
        true);
    rows.flush();
    List<Item> items = new ArrayList<>();
    for (DemoLines.Line line : lines.of(name.code())) {
      boolean choice = "ELECTIVE".equals(line.component());
      items.add(
          new Item(
              stored.get(line.key()),
              line.term(),
              line.cycle(),
              line.component(),
              choice ? "КВ-" + line.term() : null));
    }
    Map<Integer, Long> curricula = new HashMap<>();
    for (int admission = year - row.years(); admission <= year; admission++) {
      curricula.put(admission, curriculum(id, admission, items));
    }
    programmes.add(
        new ProgrammeRow(id, row, lines.department(name.code()), curricula, List.copyOf(items)));
  }

  private long curriculum(long programme, int admission, List<Item> items) throws SQLException {
    long curriculum = rows.nextKey();
    rows.add(
        "curriculum",
        "id, programme_id, admission_year, approved_by",
        curriculum,
        programme,
        admission,
        "УС, протокол № 8 от 25.05." + admission);
    rows.flush();
    for (Item item : items) {
      rows.add(
          "curriculum_item",
          "id, curriculum_id, discipline_id, term_no, cycle, component, choice_block, choice_credits",
          rows.nextKey(),
          curriculum,
          item.discipline().id(),
          item.termNo(),
          item.cycle(),
          item.component(),
          item.block(),
          item.block() == null ? null : item.discipline().subject().credits());
    }
    return curriculum;
  }
}
