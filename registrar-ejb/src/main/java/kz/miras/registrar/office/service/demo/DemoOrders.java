package kz.miras.registrar.office.service.demo;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import kz.miras.registrar.shared.Checksum;
import kz.miras.registrar.student.OrderGround;

/** The signed orders of four years and the status of every student that follows from them. */
final class DemoOrders {

  /** Kinds of orders with the letter of their numbers and their usual title. */
  private enum Kind {
    ADMISSION("З", "О зачислении в число обучающихся"),
    COURSE_PROMOTION("П", "О переводе с курса на курс"),
    EXPULSION("О", "Об отчислении"),
    LEAVE("А", "О предоставлении академического отпуска"),
    LEAVE_RETURN("АВ", "О выходе из академического отпуска"),
    REINSTATEMENT("В", "О восстановлении в число обучающихся"),
    MOBILITY_OUT("М", "О направлении по программе академической мобильности"),
    MOBILITY_RETURN("МВ", "О возвращении из академической мобильности"),
    GRADUATION("ВП", "О выпуске и присуждении степени");

    private final String letter;
    private final String title;

    Kind(String letter, String title) {
      this.letter = letter;
      this.title = title;
    }
  }

  /** One order as it is signed; several students may be in it. */
  private record Head(LocalDate effective, Kind kind, String about) implements Comparable<Head> {

    private static final Comparator<Head> BY_DAY =
        Comparator.comparing(Head::effective).thenComparing(Head::kind).thenComparing(Head::about);

    /** Null for kinds that need none. */
    OrderGround ground() {
      return switch (about) {
        case FAILURE -> OrderGround.ACADEMIC_FAILURE;
        case WISH -> OrderGround.OWN_WISH;
        case CONTRACT -> OrderGround.BREACH_OF_CONTRACT;
        case ILLNESS -> OrderGround.ILLNESS;
        default -> null;
      };
    }

    @Override
    public int compareTo(Head other) {
      return BY_DAY.compare(this, other);
    }
  }

  /** What an order does to a student. */
  private record Effect(DemoStudents.StudentRow student, String from, String to, int course) {}

  private static final String FAILURE = "академическая неуспеваемость";
  private static final String WISH = "собственное желание";
  private static final String CONTRACT = "нарушение условий договора";
  private static final String ILLNESS = "по заключению ВКК";
  private static final List<String> GROUNDS = List.of(FAILURE, FAILURE, WISH, CONTRACT);

  private final Rows rows;
  private final Random random;
  private final DemoPlan plan;
  private final LocalDate anchor;
  private final Map<Head, List<Effect>> orders = new TreeMap<>();
  private final Set<Long> leaving = new HashSet<>();

  DemoOrders(Rows rows, Random random, DemoPlan plan, LocalDate anchor) {
    this.rows = rows;
    this.random = random;
    this.plan = plan;
    this.anchor = anchor;
  }

  void build(List<DemoStudents.StudentRow> students) throws SQLException {
    for (DemoStudents.StudentRow student : students) {
      studies(student);
      fallsBack(student);
      travels(student);
      leaves(student);
    }
    coming(students);
    Map<String, Integer> numbers = new HashMap<>();
    for (Map.Entry<Head, List<Effect>> order : orders.entrySet()) {
      store(order.getKey(), order.getValue(), numbers);
    }
    rows.flush();
  }

  private void add(
      Kind kind,
      LocalDate on,
      String about,
      DemoStudents.StudentRow student,
      String from,
      String to,
      int course) {
    orders
        .computeIfAbsent(new Head(on, kind, about), head -> new ArrayList<>())
        .add(new Effect(student, from, to, course));
  }

  /** Admission, a promotion every September, graduation at the end. */
  private void studies(DemoStudents.StudentRow student) {
    DemoPlan.ProgrammeRow programme = student.group().programme();
    add(
        Kind.ADMISSION,
        LocalDate.of(student.admission(), 9, 1),
        programme.row().level(),
        student,
        null,
        "STUDYING",
        1);
    int last = DemoStudents.courseYear(student);
    for (int course = 2; course <= last; course++) {
      boolean before = (course - 1) * 2 < student.breakTerm();
      int year = (before ? student.admission() : student.group().admission()) + course - 1;
      add(
          Kind.COURSE_PROMOTION,
          LocalDate.of(year, 9, 1),
          "на " + course + " курс",
          student,
          "STUDYING",
          "STUDYING",
          course);
    }
    if (student.status().equals("GRADUATED")) {
      add(
          Kind.GRADUATION,
          LocalDate.of(plan.year, 7, 1),
          programme.row().name().code() + " " + programme.row().name().ru(),
          student,
          "STUDYING",
          "GRADUATED",
          last);
    }
  }

  /** A year lost: on leave, or expelled and reinstated. */
  private void fallsBack(DemoStudents.StudentRow student) {
    if (student.breakTerm() == 0) {
      return;
    }
    int course = (student.breakTerm() + 1) / 2;
    LocalDate out = LocalDate.of(student.admission() + course, 2, 2).plusDays(random.nextInt(4));
    LocalDate back = LocalDate.of(student.group().admission() + course, 1, 24);
    if (student.because() == DemoStudents.Break.LEAVE) {
      add(Kind.LEAVE, out, ILLNESS, student, "STUDYING", "ON_LEAVE", course);
      add(Kind.LEAVE_RETURN, back, "", student, "ON_LEAVE", "STUDYING", course);
    } else {
      add(Kind.EXPULSION, out, GROUNDS.get(0), student, "STUDYING", "EXPELLED", course);
      add(Kind.REINSTATEMENT, back, "", student, "EXPELLED", "STUDYING", course);
    }
  }

  /** A term of the second year at a partner university, or this term. */
  private void travels(DemoStudents.StudentRow student) {
    if (student.onMobility()) {
      LocalDate out = LocalDate.of(plan.year, 9, 1);
      add(Kind.MOBILITY_OUT, out, "осенний семестр", student, "STUDYING", "STUDYING", 3);
    }
    if (student.awayTerm() > 0) {
      int year = student.yearOf(student.awayTerm());
      LocalDate out = LocalDate.of(year, 9, 1);
      LocalDate back = LocalDate.of(year + 1, 1, 26);
      add(Kind.MOBILITY_OUT, out, "осенний семестр", student, "STUDYING", "STUDYING", 2);
      add(Kind.MOBILITY_RETURN, back, "", student, "STUDYING", "STUDYING", 2);
    }
  }

  /** Orders that are signed and wait for their day: nothing has happened yet. */
  private void coming(List<DemoStudents.StudentRow> students) {
    List<DemoStudents.StudentRow> studying =
        students.stream().filter(DemoStudents.StudentRow::studies).toList();
    for (int i = 0; i < 6; i++) {
      DemoStudents.StudentRow student = studying.get((2 * i + 1) * studying.size() / 12);
      LocalDate on = anchor.plusDays(3L + i % 3);
      Kind kind = i % 2 == 0 ? Kind.LEAVE : Kind.EXPULSION;
      String about = i % 2 == 0 ? ILLNESS : WISH;
      add(kind, on, about, student, null, null, 0);
      leaving.add(student.id());
    }
  }

  /** Keys of those who leave within days. */
  Set<Long> leaving() {
    return leaving;
  }

  private void leaves(DemoStudents.StudentRow student) {
    if (!student.status().equals("EXPELLED") && !student.status().equals("ON_LEAVE")) {
      return;
    }
    LocalDate day =
        LocalDate.of(student.yearOf(student.leftTerm()), 9, 1)
            .plusMonths(student.leftTerm() % 2 == 0 ? 10 : 5)
            .plusDays(1L + random.nextInt(6));
    LocalDate on = day.isAfter(anchor) ? anchor.minusDays(20) : day;
    int course = DemoStudents.courseYear(student);
    if (student.status().equals("EXPELLED")) {
      String ground = GROUNDS.get(random.nextInt(GROUNDS.size()));
      add(Kind.EXPULSION, on, ground, student, "STUDYING", "EXPELLED", course);
    } else {
      add(Kind.LEAVE, on, ILLNESS, student, "STUDYING", "ON_LEAVE", course);
    }
  }

  private void store(Head head, List<Effect> effects, Map<String, Integer> numbers)
      throws SQLException {
    LocalDate usual = head.effective().minusDays(head.kind() == Kind.ADMISSION ? 7 : 3);
    LocalDate signed = usual.isAfter(anchor) ? anchor : usual;
    String series = head.kind().letter + "-" + signed.getYear();
    String number =
        String.format(Locale.ROOT, "%s/%d", series, numbers.merge(series, 1, Integer::sum));
    String title =
        head.about().isEmpty() ? head.kind().title : head.kind().title + ": " + head.about();
    long order = rows.nextKey();
    // the archive has scanned the last two years
    byte[] scan =
        signed.isAfter(anchor.minusYears(2))
            ? DemoScan.of(number, signed, title, effects.size())
            : null;
    rows.add(
        "student_order",
        "id, uuid, number, signed_on, effective_on, kind, category, until_on, title, migrated,"
            + " applied_at,"
            + " scan_name, scan_sha256, scan",
        order,
        rows.uuid(),
        number,
        signed,
        head.effective(),
        head.kind().name(),
        head.ground() == null ? null : head.ground().name(),
        head.kind() == Kind.LEAVE ? head.effective().plusYears(1) : null,
        title,
        !head.effective().isAfter(anchor),
        head.effective().isAfter(anchor) ? null : head.effective().atStartOfDay(),
        scan == null ? null : number.replace('/', '-') + ".pdf",
        scan == null ? null : Checksum.sha256(scan),
        scan);
    rows.flush();
    for (Effect effect : effects) {
      rows.add(
          "student_order_line",
          "id, order_id, student_id",
          rows.nextKey(),
          order,
          effect.student().id());
      if (head.effective().isAfter(anchor)) {
        continue;
      }
      rows.add(
          "student_status_change",
          "id, student_id, effective_on, from_status, to_status, course_year, order_id, recorded_at",
          rows.nextKey(),
          effect.student().id(),
          head.effective(),
          effect.from(),
          effect.to(),
          effect.course(),
          order,
          head.effective().atStartOfDay());
    }
  }
}
