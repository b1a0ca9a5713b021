package kz.miras.registrar.office.service.demo;

import java.util.Arrays;
import java.util.List;

/** What the demonstration university consists of: schools, departments, programmes. */
final class DemoSubjects {

  /** A trilingual name with its code. */
  record Named(String code, String kk, String ru, String en) {}

  /** A department of a school. */
  record DepartmentRow(Named name, int school) {}

  /** A programme of a school. */
  record ProgrammeRow(
      Named name, String level, String direction, int school, int years, int credits) {}

  /**
   * A discipline.
   *
   * @param codeKk code in Kazakh documents
   * @param codeEn code in English documents
   * @param repeats its name occurs in several terms: physical education, languages
   */
  record Subject(
      Named name,
      String codeKk,
      String codeEn,
      int credits,
      String control,
      String kind,
      boolean repeats) {

    boolean stateExam() {
      return control.equals("STATE_EXAM");
    }

    boolean isFinal() {
      return kind.equals("FINAL");
    }
  }

  static final List<Named> SCHOOLS =
      list(
          "SIT|Ақпараттық технологиялар және инженерия мектебі|Школа информационных технологий и инженерии|School of Information Technologies and Engineering",
          "SBL|Бизнес және құқық мектебі|Школа бизнеса и права|School of Business and Law",
          "SPE|Педагогика және психология мектебі|Школа педагогики и психологии|School of Pedagogy and Psychology",
          "SAH|Өнер және гуманитарлық ғылымдар мектебі|Школа искусств и гуманитарных наук|School of Arts and Humanities");

  static final List<DepartmentRow> DEPARTMENTS =
      List.of(
          department(
              "IST|Ақпараттық жүйелер және технологиялар кафедрасы|Кафедра информационных систем и технологий|Department of Information Systems and Technologies",
              0),
          department("ARC|Сәулет кафедрасы|Кафедра архитектуры|Department of Architecture", 0),
          department(
              "ECO|Экономика және менеджмент кафедрасы|Кафедра экономики и менеджмента|Department of Economics and Management",
              1),
          department("LAW|Құқықтану кафедрасы|Кафедра юриспруденции|Department of Law", 1),
          department(
              "PED|Педагогика және психология кафедрасы|Кафедра педагогики и психологии|Department of Pedagogy and Psychology",
              2),
          department(
              "LNG|Шетел тілдері және аударма кафедрасы|Кафедра иностранных языков и перевода|Department of Foreign Languages and Translation",
              2),
          department("DES|Дизайн кафедрасы|Кафедра дизайна|Department of Design", 3),
          department(
              "HUM|Әлеуметтік-гуманитарлық пәндер кафедрасы|Кафедра социально-гуманитарных дисциплин|Department of Social Sciences and Humanities",
              3));

  static final List<ProgrammeRow> PROGRAMMES =
      List.of(
          programme(
              "6B06101|Ақпараттық жүйелер|Информационные системы|Information Systems",
              "BACHELOR",
              0,
              4),
          programme(
              "6B06102|Бағдарламалық инженерия|Программная инженерия|Software Engineering",
              "BACHELOR",
              0,
              4),
          programme(
              "7M06101|Ақпараттық жүйелер|Информационные системы|Information Systems",
              "MASTER",
              0,
              2),
          programme("6B07301|Сәулет|Архитектура|Architecture", "BACHELOR", 0, 4),
          programme("6B04101|Экономика|Экономика|Economics", "BACHELOR", 1, 4),
          programme("6B04102|Менеджмент|Менеджмент|Management", "BACHELOR", 1, 4),
          programme("7M04101|Экономика|Экономика|Economics", "MASTER", 1, 2),
          programme("6B04201|Құқықтану|Юриспруденция|Law", "BACHELOR", 1, 4),
          programme("7M04201|Құқықтану|Юриспруденция|Law", "MASTER", 1, 2),
          programme("8D04201|Құқықтану|Юриспруденция|Law", "PHD", 1, 3),
          programme(
              "6B01101|Педагогика және психология|Педагогика и психология|Pedagogy and Psychology",
              "BACHELOR",
              2,
              4),
          programme(
              "6B01701|Шетел тілі: екі шетел тілі|Иностранный язык: два иностранных языка|Foreign Languages",
              "BACHELOR",
              2,
              4),
          programme(
              "7M01101|Педагогика және психология|Педагогика и психология|Pedagogy and Psychology",
              "MASTER",
              2,
              2),
          programme(
              "8D01101|Педагогика және психология|Педагогика и психология|Pedagogy and Psychology",
              "PHD",
              2,
              3),
          programme("6B02101|Дизайн|Дизайн|Design", "BACHELOR", 3, 4),
          programme(
              "6B02301|Аударма ісі|Переводческое дело|Translation Studies", "BACHELOR", 3, 4));

  private DemoSubjects() {}

  private static ProgrammeRow programme(String row, String level, int school, int years) {
    Named name = named(row);
    return new ProgrammeRow(name, level, name.code().substring(0, 5), school, years, years * 60);
  }

  private static DepartmentRow department(String row, int school) {
    return new DepartmentRow(named(row), school);
  }

  private static Named named(String row) {
    String[] parts = row.split("\\|");
    return new Named(parts[0], parts[1], parts[2], parts[3]);
  }

  private static List<Named> list(String... rows) {
    return Arrays.stream(rows).map(DemoSubjects::named).toList();
  }
}
