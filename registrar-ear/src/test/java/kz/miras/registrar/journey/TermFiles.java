package kz.miras.registrar.journey;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A small university term as the lists of a real office hold it, cells in the order of the
 * templates: one programme with three disciplines, a group of four, two teachers.
 */
final class TermFiles {

  static final String TERM = "JRN-T1";
  static final String PROGRAMME = "6B06191";
  static final String GROUP = "ЖИ-26-1қ";
  static final List<String> DISCIPLINES = List.of("JALG1201", "JECO1202", "JCW1203");
  static final List<String> STUDENTS = List.of("J26001", "J26002", "J26003", "J26004");

  private static final int[] FIRST = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};

  private final LocalDate today;
  private final int year;

  TermFiles(LocalDate today) {
    this.today = today;
    this.year = today.getMonthValue() >= 9 ? today.getYear() : today.getYear() - 1;
  }

  /** The year in which the academic year of today began. */
  int year() {
    return year;
  }

  List<List<String>> units() {
    return List.of(
        List.of("J-DIG", "SCHOOL", "", "Цифрлық мектеп", "Цифровая школа", "School of Digital"),
        List.of(
            "J-INF",
            "DEPARTMENT",
            "J-DIG",
            "Информатика кафедрасы",
            "Кафедра информатики",
            "Department of Informatics"));
  }

  List<List<String>> teachers() {
    return List.of(
        List.of("JT-1", "Әбенова", "Гүлнұр", "Қайратқызы", "J-INF", "доцент", "", "да"),
        List.of("JT-2", "Нұрғалиев", "Еркін", "", "J-INF", "профессор", "", "да"),
        List.of("JT-3", "Ли", "Анна", "", "J-INF", "оқытушы", "", "да"));
  }

  List<List<String>> programmes() {
    return List.of(
        List.of(
            PROGRAMME,
            "6B061",
            "",
            "BACHELOR",
            "Қолданбалы информатика",
            "Прикладная информатика",
            "Applied Informatics",
            "240",
            "4",
            "kk ru",
            "J-DIG",
            "да"));
  }

  List<List<String>> disciplines() {
    return List.of(
        discipline(0, "Сызықтық алгебра", "Линейная алгебра", "Linear Algebra", "EXAM"),
        discipline(1, "Экология негіздері", "Основы экологии", "Ecology", "DIFF_CREDIT"),
        discipline(2, "Курстық жұмыс", "Курсовая работа", "Course Paper", "DEFENCE"));
  }

  private static List<String> discipline(
      int index, String kk, String ru, String en, String control) {
    String code = DISCIPLINES.get(index);
    return List.of(
        code,
        code + "K",
        code + "E",
        kk,
        ru,
        en,
        "5",
        control,
        index == 2 ? "COURSEWORK" : "DISCIPLINE",
        "J-INF");
  }

  List<List<String>> curriculum() {
    List<List<String>> rows = new ArrayList<>();
    for (String code : DISCIPLINES) {
      rows.add(List.of(PROGRAMME, String.valueOf(year), code, "1", "BASIC", "UNIVERSITY", "", ""));
    }
    return rows;
  }

  List<List<String>> years() {
    return List.of(
        List.of(String.valueOf(year + 20), (year + 20) + "-09-01", (year + 21) + "-08-31", ""));
  }

  /** A trimester of this academic year; its last weeks are now. */
  List<List<String>> terms() {
    LocalDate from = today.minusDays(80);
    LocalDate start = LocalDate.of(year, 9, 1);
    return List.of(
        List.of(
            TERM,
            String.valueOf(year),
            "TRIMESTER_1",
            (from.isBefore(start) ? start : from).toString(),
            lastDay().toString(),
            "10"));
  }

  private LocalDate lastDay() {
    LocalDate to = today.plusDays(20);
    LocalDate end = LocalDate.of(year + 1, 8, 31);
    return to.isAfter(end) ? end : to;
  }

  List<List<String>> events() {
    List<List<String>> rows = new ArrayList<>();
    for (String kind : List.of("REGISTRATION", "RK1", "RK2", "SESSION")) {
      rows.add(List.of(TERM, kind, "", "", day(-5), day(14)));
    }
    return rows;
  }

  /** A day as people of the office write it. */
  private String day(int fromNow) {
    LocalDate start = LocalDate.of(year, 9, 1);
    LocalDate day = today.plusDays(fromNow);
    LocalDate latest = day.isAfter(lastDay()) ? lastDay() : day;
    return (latest.isBefore(start) ? start : latest)
        .format(java.time.format.DateTimeFormatter.ofPattern("dd.MM.uuuu"));
  }

  List<List<String>> groups() {
    return List.of(List.of(GROUP, PROGRAMME, String.valueOf(year), "kk", "JT-1"));
  }

  List<List<String>> students() {
    return List.of(
        student(0, "Әлімжан", "Ғалымжан", "Alimzhan", "Galymzhan", "MALE"),
        student(1, "Қуанышбаева", "Ұлжан", "Kuanyshbayeva", "Ulzhan", "FEMALE"),
        student(2, "Петров", "Илья", "Petrov", "Ilya", "MALE"),
        student(3, "Һасанова", "Өріккүл", "Khasanova", "Orikkul", "FEMALE"));
  }

  private List<String> student(
      int index, String last, String first, String lastLatin, String firstLatin, String sex) {
    LocalDate born = LocalDate.of(year - 18, 3, 10 + index);
    return List.of(
        STUDENTS.get(index),
        iin(born, sex.equals("MALE") ? 5 : 6, index),
        "",
        last,
        first,
        "",
        lastLatin,
        firstLatin,
        "",
        "",
        "",
        born.format(java.time.format.DateTimeFormatter.ofPattern("dd.MM.uuuu")),
        sex,
        "KZ",
        "",
        "",
        "",
        "+7 701 000 00 0" + index,
        PROGRAMME,
        String.valueOf(year),
        GROUP,
        "1",
        "FULL_TIME",
        "kk",
        "GRANT",
        "JT-1",
        "");
  }

  private static String iin(LocalDate born, int century, int index) {
    for (int serial = 7000 + index * 100; ; serial++) {
      String digits =
          born.format(java.time.format.DateTimeFormatter.ofPattern("yyMMdd")) + century + serial;
      int sum = 0;
      for (int i = 0; i < FIRST.length; i++) {
        sum += (digits.charAt(i) - '0') * FIRST[i];
      }
      if (sum % 11 < 10) {
        return digits + sum % 11;
      }
    }
  }

  List<List<String>> orders() {
    return List.of(
        List.of(
            "Ж-1/" + year,
            "1",
            day(-60),
            day(-60),
            "ADMISSION",
            "",
            "О зачислении",
            String.join(" ", STUDENTS)));
  }

  List<List<String>> offerings() {
    return DISCIPLINES.stream().map(code -> List.of(TERM, code + "-kk", code, "kk")).toList();
  }

  List<List<String>> sections() {
    return DISCIPLINES.stream()
        .map(code -> List.of(TERM, code + "-kk", GROUP, "GROUP", "25", "JT-1", "JT-2", ""))
        .toList();
  }

  List<List<String>> slots() {
    return List.of(
        List.of(TERM, DISCIPLINES.get(0) + "-kk", GROUP, "1", "9:00", "10:50", "ALL", "101"));
  }
}
