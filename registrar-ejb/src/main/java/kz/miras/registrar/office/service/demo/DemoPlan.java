package kz.miras.registrar.office.service.demo;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Builds the calendar, units, teachers, programmes, disciplines and curricula. */
final class DemoPlan {

  /** A discipline as stored. */
  record Stored(long id, DemoSubjects.Subject subject, long department) {}

  /** A line of a curriculum. */
  record Item(Stored discipline, int termNo, String cycle, String component) {}

  /** A programme with what each admission year studies. */
  record ProgrammeRow(
      long id, DemoSubjects.ProgrammeRow row, Map<Integer, Long> curricula, List<Item> items) {}

  private final Rows rows;
  private final Random random;
  final int year;
  final List<Long> schools = new ArrayList<>();
  final Map<Integer, List<Long>> departments = new HashMap<>();
  final Map<Long, List<Long>> teachers = new HashMap<>();
  final List<ProgrammeRow> programmes = new ArrayList<>();
  final DemoCalendar calendar;

  DemoPlan(Rows rows, Random random, LocalDate anchor) {
    this.rows = rows;
    this.random = random;
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
    DemoPeople people = new DemoPeople(random);
    for (int s = 0; s < DemoSubjects.SCHOOLS.size(); s++) {
      DemoSubjects.Named name = DemoSubjects.SCHOOLS.get(s);
      long school = unit(name.code(), "SCHOOL", university, name.kk(), name.ru(), name.en());
      schools.add(school);
      departments.put(s, new ArrayList<>());
      for (int d = 1; d <= 3; d++) {
        long department =
            unit(
                name.code() + d,
                "DEPARTMENT",
                school,
                name.kk() + ", " + d + "-кафедра",
                name.ru() + ", кафедра № " + d,
                name.en() + ", department " + d);
        departments.get(s).add(department);
        teachers.put(department, new ArrayList<>());
        for (int t = 0; t < 10; t++) {
          DemoPeople.Person who = people.next(1960 + random.nextInt(35), false);
          long id = rows.nextKey();
          rows.add(
              "teacher",
              "id, uuid, personnel_no, last_name, first_name, patronymic, department_id, position, active",
              id,
              rows.uuid(),
              "T" + (10_000 + id % 90_000),
              who.last(),
              who.first(),
              who.patronymic(),
              department,
              t == 0 ? "профессор" : t < 4 ? "доцент" : "старший преподаватель",
              true);
          teachers.get(department).add(id);
        }
      }
    }
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
    List<Stored> general = store(DemoSubjects.GENERAL, departments.get(2).get(0));
    Map<Integer, List<Stored>> bySchool = new HashMap<>();
    for (int s = 0; s < DemoSubjects.SCHOOLS.size(); s++) {
      List<Stored> stored = new ArrayList<>();
      int at = 0;
      for (DemoSubjects.Subject subject : DemoSubjects.ofSchool(s)) {
        stored.addAll(store(List.of(subject), departments.get(s).get(at++ % 3)));
      }
      rows.flush();
      for (int i = 12; i < stored.size(); i++) {
        rows.add(
            "prerequisite",
            "discipline_id, requires_id",
            stored.get(i).id(),
            stored.get(i - 12).id());
      }
      bySchool.put(s, stored);
    }
    int place = 0;
    for (DemoSubjects.ProgrammeRow row : DemoSubjects.PROGRAMMES) {
      programme(row, general, bySchool.get(row.school()), place++);
    }
  }

  private List<Stored> store(List<DemoSubjects.Subject> subjects, long department)
      throws SQLException {
    List<Stored> stored = new ArrayList<>();
    for (DemoSubjects.Subject subject : subjects) {
      long id = rows.nextKey();
      DemoSubjects.Named name = subject.name();
      rows.add(
          "discipline",
          "id, uuid, code, code_kk, code_en, name_kk, name_ru, name_en, credits, control_form, kind,"
              + " department_id, excluded_from_gpa, state_exam, name_repeats, active",
          id,
          rows.uuid(),
          name.code(),
          name.code(),
          name.code(),
          name.kk(),
          name.ru(),
          name.en(),
          subject.credits(),
          subject.control(),
          subject.kind(),
          department,
          false,
          subject.stateExam(),
          repeats(subjects, subject),
          true);
      stored.add(new Stored(id, subject, department));
    }
    return stored;
  }

  /** Physical education and languages keep their name through several terms. */
  private static boolean repeats(
      List<DemoSubjects.Subject> subjects, DemoSubjects.Subject subject) {
    return subjects.stream().filter(s -> s.name().ru().equals(subject.name().ru())).count() > 1;
  }

  private void programme(
      DemoSubjects.ProgrammeRow row, List<Stored> general, List<Stored> school, int place)
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
    List<Item> items = items(row, general, school, place);
    Map<Integer, Long> curricula = new HashMap<>();
    for (int admission = year - row.years() + 1; admission <= year; admission++) {
      long curriculum = rows.nextKey();
      rows.add(
          "curriculum",
          "id, programme_id, admission_year, approved_by",
          curriculum,
          id,
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
            item.component().equals("ELECTIVE") ? "КВ-" + item.termNo() : null,
            item.component().equals("ELECTIVE") ? 5 : null);
      }
      curricula.put(admission, curriculum);
    }
    programmes.add(new ProgrammeRow(id, row, curricula, items));
  }

  private static List<Item> items(
      DemoSubjects.ProgrammeRow row, List<Stored> general, List<Stored> school, int place) {
    List<Item> items = new ArrayList<>();
    int from = 0;
    int terms = row.years() * 2;
    for (int term = 1; term <= terms; term++) {
      int credits = 0;
      if (row.level().equals("BACHELOR")) {
        for (Stored stored : general) {
          if (generalTerm(stored) == term) {
            items.add(new Item(stored, term, "GENERAL", "COMPULSORY"));
            credits += stored.subject().credits();
          }
        }
      }
      while (credits <= 25 && from < school.size()) {
        boolean elective = credits >= 20;
        items.add(
            new Item(
                school.get((from + place) % 12 + from / 12 * 12),
                term,
                term <= terms / 2 ? "BASIC" : "PROFILE",
                elective ? "ELECTIVE" : "UNIVERSITY"));
        from++;
        credits += 5;
      }
    }
    return items;
  }

  /**
   * The third and fourth digits of the code's number name year and term: 1204 is year 1, term 2.
   */
  private static int generalTerm(Stored stored) {
    String digits = stored.subject().name().code().replaceAll("[^0-9]", "");
    return switch (digits.substring(1, 2)) {
      case "1" -> 1;
      case "2" -> 2;
      default -> 3;
    };
  }
}
