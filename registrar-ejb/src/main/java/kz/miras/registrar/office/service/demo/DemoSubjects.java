package kz.miras.registrar.office.service.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * What the demonstration university teaches: schools, programmes, disciplines in three languages.
 */
final class DemoSubjects {

  /** A trilingual name with its code. */
  record Named(String code, String kk, String ru, String en) {}

  /** A programme of a school. */
  record ProgrammeRow(
      Named name, String level, String direction, int school, int years, int credits) {}

  /** A discipline. */
  record Subject(Named name, int credits, String control, String kind, boolean stateExam) {}

  static final List<Named> SCHOOLS =
      list(
          "SIT|Ақпараттық технологиялар және инженерия мектебі|Школа информационных технологий и инженерии|School of Information Technologies and Engineering",
          "SBL|Бизнес және құқық мектебі|Школа бизнеса и права|School of Business and Law",
          "SPE|Педагогика және психология мектебі|Школа педагогики и психологии|School of Pedagogy and Psychology",
          "SAH|Өнер және гуманитарлық ғылымдар мектебі|Школа искусств и гуманитарных наук|School of Arts and Humanities");

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
          programme("6B07301|Сәулет|Архитектура|Architecture", "BACHELOR", 0, 4),
          programme("6B04101|Экономика|Экономика|Economics", "BACHELOR", 1, 4),
          programme("6B04102|Менеджмент|Менеджмент|Management", "BACHELOR", 1, 4),
          programme("6B04201|Құқықтану|Юриспруденция|Law", "BACHELOR", 1, 4),
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
          programme("6B02101|Дизайн|Дизайн|Design", "BACHELOR", 3, 4),
          programme("6B02301|Аударма ісі|Переводческое дело|Translation Studies", "BACHELOR", 3, 4),
          programme(
              "7M06101|Ақпараттық жүйелер|Информационные системы|Information Systems",
              "MASTER",
              0,
              2),
          programme("7M04101|Экономика|Экономика|Economics", "MASTER", 1, 2),
          programme("7M04201|Құқықтану|Юриспруденция|Law", "MASTER", 1, 2),
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
          programme("8D04201|Құқықтану|Юриспруденция|Law", "PHD", 1, 3));

  /** General education: 51 credits of ОК and 5 of choice, in the first four terms. */
  static final List<Subject> GENERAL =
      List.of(
          subject(
              "IK1101|Қазақстан тарихы|История Казахстана|History of Kazakhstan",
              5,
              "STATE_EXAM",
              "DISCIPLINE",
              true),
          subject(
              "IYa1102|Шетел тілі 1|Иностранный язык 1|Foreign Language 1",
              5,
              "EXAM",
              "DISCIPLINE",
              false),
          subject(
              "KYa1103|Қазақ (орыс) тілі 1|Казахский (русский) язык 1|Kazakh (Russian) Language 1",
              5,
              "EXAM",
              "DISCIPLINE",
              false),
          subject(
              "FK1104|Дене шынықтыру|Физическая культура|Physical Education",
              4,
              "DIFF_CREDIT",
              "DISCIPLINE",
              false),
          subject(
              "IKT1105|Ақпараттық-коммуникациялық технологиялар|Информационно-коммуникационные технологии|Information and Communication Technologies",
              5,
              "EXAM",
              "DISCIPLINE",
              false),
          subject(
              "IYa1202|Шетел тілі 2|Иностранный язык 2|Foreign Language 2",
              5,
              "EXAM",
              "DISCIPLINE",
              false),
          subject(
              "KYa1203|Қазақ (орыс) тілі 2|Казахский (русский) язык 2|Kazakh (Russian) Language 2",
              5,
              "EXAM",
              "DISCIPLINE",
              false),
          subject(
              "SPZ1204|Әлеуметтік-саяси білім модулі|Модуль социально-политических знаний|Social and Political Studies",
              8,
              "EXAM",
              "DISCIPLINE",
              false),
          subject(
              "FK2304|Дене шынықтыру (2-курс)|Физическая культура (2 курс)|Physical Education (year 2)",
              4,
              "DIFF_CREDIT",
              "DISCIPLINE",
              false),
          subject("Fil2301|Философия|Философия|Philosophy", 5, "EXAM", "DISCIPLINE", false));

  private static final String[][] STEMS = {
    {
      "Алгоритмдер|Алгоритмы|Algorithms",
      "Мәліметтер қоры|Базы данных|Databases",
      "Бағдарламалау|Программирование|Programming",
      "Операциялық жүйелер|Операционные системы|Operating Systems",
      "Компьютерлік желілер|Компьютерные сети|Computer Networks",
      "Ақпараттық қауіпсіздік|Информационная безопасность|Information Security",
      "Жүйелік талдау|Системный анализ|Systems Analysis",
      "Машиналық оқыту|Машинное обучение|Machine Learning",
      "Веб-технологиялар|Веб-технологии|Web Technologies",
      "Сызықтық алгебра|Линейная алгебра|Linear Algebra",
      "Математикалық талдау|Математический анализ|Calculus",
      "Жобалау|Проектирование|Design of Systems"
    },
    {
      "Микроэкономика|Микроэкономика|Microeconomics",
      "Макроэкономика|Макроэкономика|Macroeconomics",
      "Бухгалтерлік есеп|Бухгалтерский учёт|Accounting",
      "Қаржы|Финансы|Finance",
      "Маркетинг|Маркетинг|Marketing",
      "Статистика|Статистика|Statistics",
      "Азаматтық құқық|Гражданское право|Civil Law",
      "Қылмыстық құқық|Уголовное право|Criminal Law",
      "Еңбек құқығы|Трудовое право|Labour Law",
      "Салық салу|Налогообложение|Taxation",
      "Логистика|Логистика|Logistics",
      "Жобаларды басқару|Управление проектами|Project Management"
    },
    {
      "Педагогика|Педагогика|Pedagogy",
      "Жалпы психология|Общая психология|General Psychology",
      "Даму психологиясы|Психология развития|Developmental Psychology",
      "Инклюзивті білім беру|Инклюзивное образование|Inclusive Education",
      "Оқыту әдістемесі|Методика преподавания|Teaching Methods",
      "Тіл білімі|Языкознание|Linguistics",
      "Фонетика|Фонетика|Phonetics",
      "Тәрбие теориясы|Теория воспитания|Theory of Education",
      "Психодиагностика|Психодиагностика|Psychodiagnostics",
      "Кеңес беру|Консультирование|Counselling",
      "Білім беруді бағалау|Оценивание в образовании|Educational Assessment",
      "Дефектология|Дефектология|Special Education"
    },
    {
      "Сурет|Рисунок|Drawing",
      "Композиция|Композиция|Composition",
      "Өнер тарихы|История искусств|History of Art",
      "Түстану|Цветоведение|Colour Theory",
      "Аударма теориясы|Теория перевода|Translation Theory",
      "Ауызша аударма|Устный перевод|Interpreting",
      "Стилистика|Стилистика|Stylistics",
      "Типографика|Типографика|Typography",
      "Әлем әдебиеті|Мировая литература|World Literature",
      "Мәдениеттану|Культурология|Cultural Studies",
      "Графикалық дизайн|Графический дизайн|Graphic Design",
      "Риторика|Риторика|Rhetoric"
    }
  };

  private DemoSubjects() {}

  private static ProgrammeRow programme(String row, String level, int school, int years) {
    Named name = named(row);
    return new ProgrammeRow(name, level, name.code().substring(0, 5), school, years, years * 60);
  }

  private static Subject subject(
      String row, int credits, String control, String kind, boolean stateExam) {
    return new Subject(named(row), credits, control, kind, stateExam);
  }

  private static Named named(String row) {
    String[] parts = row.split("\\|");
    return new Named(parts[0], parts[1], parts[2], parts[3]);
  }

  private static List<Named> list(String... rows) {
    return java.util.Arrays.stream(rows).map(DemoSubjects::named).toList();
  }

  /** The disciplines of a school: each subject in three parts that build on one another. */
  static List<Subject> ofSchool(int school) {
    List<Subject> subjects = new ArrayList<>();
    for (int part = 1; part <= 4; part++) {
      int number = 0;
      for (String stem : STEMS[school]) {
        String[] names = stem.split("\\|");
        String code =
            SCHOOLS.get(school).code().substring(1) + part + String.format("%02d", ++number);
        String suffix = " " + "I".repeat(part == 4 ? 1 : part) + (part == 4 ? "V" : "");
        subjects.add(
            new Subject(
                new Named(code, names[0] + suffix, names[1] + suffix, names[2] + suffix),
                5,
                "EXAM",
                "DISCIPLINE",
                false));
      }
    }
    return subjects;
  }
}
