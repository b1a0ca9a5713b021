package kz.miras.registrar.office.service.demo;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.office.consultation.ConsultationTopic;

/** Frequent questions in three languages: five that readers see, and one that waits. */
final class DemoQuestions {

  private static final String COLUMNS =
      "id, uuid, topic, question_kk, question_ru, question_en, answer_kk, answer_ru, answer_en,"
          + " status, written_by, written_at, proposed_by, proposed_at, decided_by, decided_at";

  /** A question with its answer: Kazakh, Russian, English. */
  private record Said(ConsultationTopic topic, List<String> question, List<String> answer) {}

  private static final List<Said> PUBLISHED =
      List.of(
          new Said(
              ConsultationTopic.REGISTRATION,
              List.of(
                  "Пәнге тіркелгеннен кейін одан бас тартуға бола ма?",
                  "Можно ли отказаться от дисциплины после регистрации?",
                  "May I drop a discipline after registration?"),
              List.of(
                  "Иә, қосу және алып тастау мерзімі аяқталғанша. «Менің жоспарым» бетін ашып,"
                      + " пәнді алып тастаңыз да, жоспарды эдвайзерге қайта жіберіңіз.",
                  "Да, пока открыт период добавления и снятия дисциплин. Откройте страницу «Мой"
                      + " план», снимите дисциплину и отправьте план эдвайзеру снова.",
                  "Yes, as long as the add and drop period is open. Open the page \"My plan\","
                      + " drop the discipline and send the plan to your adviser again.")),
          new Said(
              ConsultationTopic.FORMAL_RESULTS,
              List.of(
                  "Басқа ЖОО-да тапсырған пәндерімді қалай қайта есептеуге болады?",
                  "Как перезачесть дисциплины, сданные в другом вузе?",
                  "How are disciplines I passed at another university recognised?"),
              List.of(
                  "Транскриптті және пәннің бағдарламасын кеңсеге әкеліңіз. Кредит саны кем"
                      + " болмаса және нәтижелер сәйкес келсе, бұйрық шыққан соң баға тарихыңызға"
                      + " енгізіледі.",
                  "Принесите в офис транскрипт и программу дисциплины. Если кредитов не меньше и"
                      + " результаты обучения совпадают, после приказа оценка войдёт в вашу"
                      + " историю.",
                  "Bring the transcript and the syllabus to the office. If the credits are no fewer"
                      + " and the outcomes agree, the grade enters your history after the order.")),
          new Said(
              ConsultationTopic.NONFORMAL_RESULTS,
              List.of(
                  "Онлайн-курс сертификаты есептеле ме?",
                  "Засчитывается ли сертификат онлайн-курса?",
                  "Does the certificate of an online course count?"),
              List.of(
                  "Бейресми оқу нәтижелері бағдарлама кредиттерінің шектеулі бөлігін ғана жаба"
                      + " алады. Семестр басталғанға дейін өтініш пен сертификатты тапсырыңыз.",
                  "Неформальное обучение может дать только ограниченную часть кредитов программы."
                      + " Подайте заявление и сертификат до начала семестра.",
                  "Non-formal education may earn a limited share of the programme's credits only."
                      + " Hand in an application with the certificate before the term begins.")),
          new Said(
              ConsultationTopic.INTERIM_ATTESTATION,
              List.of(
                  "Сессия кезінде ауырып қалсам, не істеймін?",
                  "Что делать, если я заболел(а) во время сессии?",
                  "What do I do when I fall ill during the session?"),
              List.of(
                  "Анықтаманы алған соң жеке тапсыру кестесін сұраңыз: «Жеке кесте» бетінде"
                      + " анықтаманы тіркеп жіберіңіз.",
                  "Получив справку, запросите индивидуальный график сдачи: на странице"
                      + " «Индивидуальный график» приложите справку и отправьте.",
                  "With the certificate ask for an individual exam schedule: attach it on the page"
                      + " \"Individual exam schedule\" and send it.")),
          new Said(
              ConsultationTopic.FINAL_ATTESTATION,
              List.of(
                  "Қорытынды аттестаттауға кім жіберіледі?",
                  "Кто допускается к итоговой аттестации?",
                  "Who is admitted to the final attestation?"),
              List.of(
                  "Оқу жоспарын толық орындаған және академиялық берешегі жоқ білім алушы. Қарызды"
                      + " «Менің сессиям» бетінен тексеріңіз.",
                  "Тот, кто полностью выполнил учебный план и не имеет академической"
                      + " задолженности. Проверьте долги на странице «Моя сессия».",
                  "Whoever has fulfilled the whole curriculum and has no academic debt. Look for"
                      + " debts on the page \"My session\".")));

  private static final Said WAITING =
      new Said(
          ConsultationTopic.OTHER,
          List.of(
              "Транскрипт қанша уақытта дайын болады?",
              "За какое время готовится транскрипт?",
              "How long does a transcript take?"),
          List.of(
              "Өтініш берілгеннен кейін келесі жұмыс күні.",
              "На следующий рабочий день после заявления.",
              "Until the next working day after you ask."));

  private final Rows rows;
  private final LocalDate anchor;

  DemoQuestions(Rows rows, LocalDate anchor) {
    this.rows = rows;
    this.anchor = anchor;
  }

  void build() throws SQLException {
    for (Said one : PUBLISHED) {
      add(one, "PUBLISHED", anchor.minusDays(40), "deputy");
    }
    add(WAITING, "PROPOSED", anchor.minusDays(1), null);
  }

  private void add(Said said, String status, LocalDate day, String decidedBy) throws SQLException {
    rows.add(
        "frequent_question",
        COLUMNS,
        rows.nextKey(),
        rows.uuid(),
        said.topic().name(),
        said.question().get(0),
        said.question().get(1),
        said.question().get(2),
        said.answer().get(0),
        said.answer().get(1),
        said.answer().get(2),
        status,
        "specialist",
        day.atTime(4, 0),
        "specialist",
        day.atTime(5, 0),
        decidedBy,
        decidedBy == null ? null : day.atTime(9, 0));
  }
}
