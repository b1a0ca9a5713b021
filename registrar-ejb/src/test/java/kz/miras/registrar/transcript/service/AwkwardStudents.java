package kz.miras.registrar.transcript.service;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.achievement.ResultKind;
import kz.miras.registrar.achievement.StudyRecord;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.student.Funding;
import kz.miras.registrar.student.StudentStatus;
import kz.miras.registrar.student.StudyForm;
import kz.miras.registrar.transcript.DocumentKind;
import kz.miras.registrar.transcript.TranscriptView;

/** Students whose papers are hard to print. */
final class AwkwardStudents {

  private AwkwardStudents() {}

  private static final TranscriptView.Basis ADMISSION =
      new TranscriptView.Basis(
          "student.order-kind.ADMISSION", "З-2022/1", LocalDate.of(2022, 8, 25));

  private static final TranscriptView.Basis TRANSFER =
      new TranscriptView.Basis(
          "student.order-kind.TRANSFER_INSIDE",
          "П-2023/14",
          LocalDate.of(2023, 8, 28),
          "6B04205 – 6B06101");

  /** Each by the name of its approved file. */
  static Map<String, TranscriptView> all() {
    Map<String, TranscriptView> all = new LinkedHashMap<>();
    all.put(
        "two-hundred-disciplines", view(many(), holder("Сейітқызы Әйгерім", "Seitkyzy Aigerim")));
    all.put(
        "long-names",
        view(
            AwkwardRecords.record(AwkwardRecords.term("2024/2025", "AUTUMN", long1(1))),
            holder(
                "Константинопольская-Нурмагамбетова Александра-Виктория Абдурахманқызы",
                "Konstantinopolskaya-Nurmagambetova Alexandra-Victoria Abdurakhmankyzy")));
    all.put(
        "foreigner",
        view(
            AwkwardRecords.record(
                AwkwardRecords.term(
                    "2025/2026",
                    "AUTUMN",
                    AwkwardRecords.line(
                        1,
                        "LAN101",
                        "Русский язык как иностранный",
                        5,
                        "B+",
                        "3.33",
                        87,
                        ResultKind.MAIN))),
            holder("Ван Сяомин", "WANG Xiaoming")));
    all.put(
        "mobility-and-recognised",
        view(
            AwkwardRecords.record(
                AwkwardRecords.term(
                    "2023/2024",
                    "SPRING",
                    AwkwardRecords.line(
                        1,
                        "MOB201",
                        "Машинное обучение (академическая мобильность)",
                        6,
                        "A-",
                        "3.67",
                        91,
                        ResultKind.RECOGNISED),
                    AwkwardRecords.line(
                        2,
                        "REC202",
                        "Основы проектирования (неформальное обучение)",
                        4,
                        "P",
                        null,
                        null,
                        ResultKind.RECOGNISED))),
            holder("Төлегенова Ұлбосын Ғалымқызы", "Tolegenova Ulbosyn")));
    all.put(
        "annulled-results",
        view(
            AwkwardRecords.record(
                AwkwardRecords.term(
                    "2022/2023",
                    "AUTUMN",
                    AwkwardRecords.gone(
                        AwkwardRecords.line(
                            1, "PHY101", "Физика", 5, "A", "4.00", 96, ResultKind.MAIN)),
                    AwkwardRecords.line(2, "PHY101", "Физика", 5, "F", "0.00", 0, ResultKind.MAIN)),
                AwkwardRecords.term(
                    "2022/2023",
                    "SUMMER",
                    AwkwardRecords.line(
                        3, "PHY101", "Физика", 5, "C-", "1.67", 61, ResultKind.RETAKE))),
            holder("Жүсіпов Һасан Әділұлы", "Zhussipov Hassan")));
    all.put("two-programmes", twoProgrammes());
    all.put("one-of-two-programmes", oneOfTwoProgrammes());
    all.put("three-scripts", threeScripts());
    all.put(
        "nothing-yet", view(AwkwardRecords.record(), holder("Ибраева Іңкәр", "Ibrayeva Inkar")));
    return all;
  }

  /** DOC-13. The results of the programme the student has left. */
  private static TranscriptView oneOfTwoProgrammes() {
    StudyRecord left =
        AwkwardRecords.record(
            AwkwardRecords.term(
                "2022/2023",
                "AUTUMN",
                AwkwardRecords.line(
                    1, "LAW101", "Теория права", 5, "A-", "3.67", 91, ResultKind.MAIN)));
    return view(
        left,
        holder("Оспанова Мөлдір Бекқызы", "Ospanova Moldir"),
        List.of(ADMISSION, TRANSFER),
        new TranscriptView.Part(
            null,
            null,
            new TranscriptView.Studied(
                "6B04205", LocalizedText.of("Құқықтану", "Юриспруденция", "Law"))));
  }

  private static TranscriptView twoProgrammes() {
    StudyRecord study =
        AwkwardRecords.record(
            AwkwardRecords.term(
                "2022/2023",
                "AUTUMN",
                AwkwardRecords.line(
                    1, "LAW101", "Теория права", 5, "A-", "3.67", 91, ResultKind.MAIN)),
            AwkwardRecords.term(
                "2023/2024",
                "AUTUMN",
                AwkwardRecords.line(
                    2, "INF101", "Информатика", 5, "B+", "3.33", 86, ResultKind.MAIN),
                AwkwardRecords.line(
                    3, "LAW101", "Теория права", 5, "A-", "3.67", 91, ResultKind.RECOGNISED)));
    return view(
        study,
        holder("Оспанова Мөлдір Бекқызы", "Ospanova Moldir"),
        List.of(ADMISSION, TRANSFER),
        null);
  }

  /** Each page by the name of its own script, and the disciplines too. */
  private static TranscriptView threeScripts() {
    TranscriptView.Holder plain = holder("Юсупов Ғани Өткірұлы", "Yussupov Gani");
    return view(
        AwkwardRecords.record(
            AwkwardRecords.term(
                "2025/2026",
                "AUTUMN",
                AwkwardRecords.line(1, "ҚТ101", "Қазақ тілі", 5, "A", "4.00", 97, ResultKind.MAIN),
                AwkwardRecords.line(
                    2, "ÉCO102", "Économie générale", 5, "B", "3.00", 82, ResultKind.MAIN))),
        new TranscriptView.Holder(
            plain.studentNo(),
            "Юсупов Гани Уткирович",
            plain.latinName(),
            plain.kazakhName(),
            plain.familyName(),
            plain.birthDate(),
            plain.level(),
            plain.programmeCode(),
            plain.programme(),
            plain.form(),
            plain.studyLanguage(),
            plain.funding(),
            plain.admissionYear(),
            plain.courseYear(),
            plain.status()));
  }

  private static StudyRecord many() {
    List<StudyRecord.TermPart> terms = new ArrayList<>();
    int position = 0;
    for (int term = 0; term < 10; term++) {
      List<StudyRecord.Line> lines = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        position++;
        lines.add(
            AwkwardRecords.line(
                position,
                "DIS" + (1000 + position),
                "Дисциплина № "
                    + position
                    + (i % 7 == 0 ? " и её применение в экономике предприятий" : ""),
                3,
                i % 2 == 0 ? "B+" : "C",
                i % 2 == 0 ? "3.33" : "2.00",
                i % 2 == 0 ? 88 : 66,
                ResultKind.MAIN));
      }
      terms.add(
          AwkwardRecords.term(
              (2015 + term / 2) + "/" + (2016 + term / 2),
              term % 2 == 0 ? "AUTUMN" : "SPRING",
              lines.toArray(StudyRecord.Line[]::new)));
    }
    return AwkwardRecords.record(terms.toArray(StudyRecord.TermPart[]::new));
  }

  private static StudyRecord.Line long1(long position) {
    return AwkwardRecords.line(
        position,
        "INTERDISCIPLINARY-2024",
        "Мультидисциплинарные методы прогнозирования социально-экономических последствий"
            + " цифровизации агропромышленного комплекса Республики Казахстан (на английском языке)",
        12,
        "A",
        "4.00",
        100,
        ResultKind.MAIN);
  }

  private static TranscriptView.Holder holder(String name, String latin) {
    return new TranscriptView.Holder(
        "22-0007",
        name,
        latin,
        name,
        null,
        LocalDate.of(2004, 2, 29),
        Level.BACHELOR,
        "6B06101",
        LocalizedText.of("Информатика", "Информатика", "Computer science"),
        StudyForm.FULL_TIME,
        "kk",
        Funding.GRANT,
        2022,
        4,
        StudentStatus.STUDYING);
  }

  private static TranscriptView view(StudyRecord record, TranscriptView.Holder holder) {
    return view(record, holder, List.of(ADMISSION), null);
  }

  private static TranscriptView view(
      StudyRecord record,
      TranscriptView.Holder holder,
      List<TranscriptView.Basis> orders,
      TranscriptView.Part part) {
    return new TranscriptView(
        DocumentKind.TRANSCRIPT,
        "TR-2026/00007",
        LocalDate.of(2026, 6, 1),
        LocalizedText.of("«Мирас» университеті", "Университет «Мирас»", "Miras University"),
        LocalizedText.of("Шымкент", "Шымкент", "Shymkent"),
        LocalizedText.of("Мектеп", "Школа", "School"),
        holder,
        LocalizedText.of("Ректор", "Ректор", "Rector"),
        "7F3K-9QWM-2HXC-D4TR",
        "https://example.kz/verify/7F3K-9QWM-2HXC-D4TR",
        record,
        orders,
        record.terms().isEmpty() ? null : 3L,
        null,
        part);
  }
}
