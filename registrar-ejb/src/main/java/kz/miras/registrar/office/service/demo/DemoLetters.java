package kz.miras.registrar.office.service.demo;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import kz.miras.registrar.calendar.WorkingDays;

/**
 * The nomenclature of the year, four correspondents, and letters at every step: what came today,
 * what is late and due, a reply that waits for agreement, one that was sent, an enquiry to a dean.
 */
final class DemoLetters {

  private final Rows rows;
  private final LocalDate anchor;
  private final DemoHours office;
  private final DemoLetterRows letters;
  private WorkingDays calendar;

  DemoLetters(Rows rows, Connection connection, LocalDate anchor, ZoneId zone) {
    this.rows = rows;
    this.anchor = anchor;
    this.office = new DemoHours(rows, connection, anchor, zone);
    this.letters = new DemoLetterRows(rows, office, anchor, zone);
  }

  /** What becomes of a letter, and in whose hands it is. */
  private record Step(String state, LocalDate due, boolean controlled, String executor) {}

  void build() throws SQLException {
    office.read();
    calendar = office.calendar();
    letters.fileCase(
        "01-01", 0, true, "Электрондық арналар", "Электронные каналы", "Electronic channels");
    letters.fileCase(
        "04-12", 4, false, "Білім туралы құжаттар", "Документы об образовании", "Education");
    letters.fileCase("04-13", 1, false, "Транскрипттер", "Транскрипты", "Transcripts");
    letters.fileCase("04-20", 2, false, "Өтініштер мен сұраулар", "Обращения и запросы", "Appeals");
    letters.correspondent(
        "КазНУ", "990140001154", "ҚазҰУ", "Казахский национальный университет", "kk");
    letters.correspondent(
        "Акимат", "051140002142", "Білім басқармасы", "Управление образования", "ru");
    letters.correspondent("Завод", "100740003129", "Аспаптар зауыты", "ТОО «Завод приборов»", "ru");
    rows.flush();
    LocalDate early = calendar.minusWorkingDays(anchor, 4);
    LocalDate before = early.getYear() == anchor.getYear() ? early : anchor;
    came(
        "04-12",
        before,
        "Акимат",
        "3-15/902",
        "REQUEST",
        "MINISTRY",
        "Сведения о контингенте по государственному заказу",
        new Step("RESOLUTION", calendar.minusWorkingDays(anchor, 1), true, "senior"));
    came(
        "04-13",
        before,
        "КазНУ",
        "07-118",
        "REQUEST",
        "TRANSCRIPTS",
        "Студенттің транскриптін жіберуді сұраймыз",
        new Step("IN_WORK", anchor, true, "specialist"));
    replies(before);
    enquiry(before);
    came(
        "04-12",
        anchor,
        "Завод",
        "214/к",
        "REQUEST",
        "EDUCATION_PROOF",
        "Подтвердить подлинность диплома работника",
        new Step("REGISTERED", null, false, null));
    came(
        "04-20",
        anchor,
        null,
        null,
        "APPEAL",
        "CITIZEN",
        "Обращение о сроках выдачи транскрипта",
        new Step("REGISTERED", calendar.plusWorkingDays(anchor, 15), false, null));
    rows.flush();
  }

  private void came(
      String index,
      LocalDate day,
      String from,
      String theirs,
      String kind,
      String category,
      String subject,
      Step step)
      throws SQLException {
    long id = rows.nextKey();
    letters.letter(
        id,
        "INCOMING",
        step.state(),
        index,
        day,
        from,
        theirs,
        kind,
        category,
        subject,
        "",
        step.due(),
        step.controlled(),
        null,
        null,
        null,
        null,
        "junior");
    letters.event(id, 1, "REGISTER_INCOMING", "REGISTERED", null, "junior", day);
    if (step.executor() != null) {
      long resolution = rows.nextKey();
      rows.add(
          "resolution",
          "id, letter_id, resolution_no, words, due_on, author_id, given_at",
          resolution,
          id,
          1,
          "Подготовить ответ",
          step.due(),
          letters.account("director"),
          letters.at(day));
      rows.add(
          "resolution_executor",
          "resolution_id, place, account_id",
          resolution,
          1,
          letters.account(step.executor()));
      letters.event(id, 2, "RESOLVE", "RESOLUTION", "Подготовить ответ", "director", day);
      if (step.state().equals("IN_WORK")) {
        letters.event(id, 3, "TAKE", "IN_WORK", null, step.executor(), day);
      }
    }
  }

  /** One reply that waits for agreement and one that has answered its letter. */
  private void replies(LocalDate before) throws SQLException {
    long asked = rows.nextKey();
    letters.letter(
        asked,
        "INCOMING",
        "ANSWERED",
        "04-12",
        before,
        "Завод",
        "198/к",
        "REQUEST",
        "EMPLOYER",
        "Подтвердить период обучения",
        "",
        anchor,
        false,
        null,
        null,
        null,
        null,
        "junior");
    letters.event(asked, 1, "REGISTER_INCOMING", "REGISTERED", null, "junior", before);
    rows.flush();
    long sent = rows.nextKey();
    letters.letter(
        sent,
        "OUTGOING",
        "SENT",
        "04-12",
        before,
        "Завод",
        null,
        "REPLY",
        "EMPLOYER",
        "О периоде обучения",
        "Сообщаем, что указанный период обучения подтверждается.",
        null,
        false,
        asked,
        "specialist",
        "director",
        null,
        "junior");
    letters.event(sent, 1, "DRAFT_WRITTEN", "DRAFT", null, "specialist", before);
    letters.event(sent, 2, "AGREE", "AGREED", null, "deputy", before);
    letters.event(sent, 3, "SIGN", "SIGNED", null, "director", before);
    letters.event(sent, 4, "REGISTER_OUTGOING", "REGISTERED", null, "junior", before);
    letters.event(sent, 5, "SEND", "SENT", "по почте", "junior", before);
    long draft = rows.nextKey();
    letters.letter(
        draft,
        "OUTGOING",
        "DRAFT",
        null,
        null,
        "Акимат",
        null,
        "LETTER",
        "MINISTRY",
        "О проведении дня открытых дверей",
        "Приглашаем представителей управления на день открытых дверей университета.",
        null,
        false,
        null,
        "specialist",
        null,
        null,
        "specialist");
    letters.event(draft, 1, "DRAFT_WRITTEN", "DRAFT", null, "specialist", anchor);
  }

  private void enquiry(LocalDate before) throws SQLException {
    long id = rows.nextKey();
    letters.letter(
        id,
        "INTERNAL",
        "SENT",
        "04-20",
        before,
        null,
        null,
        "ENQUIRY",
        "DEPARTMENT",
        "Список выпускников с темами работ",
        "Просим прислать список с темами на трёх языках.",
        calendar.plusWorkingDays(anchor, 1),
        false,
        null,
        "specialist",
        null,
        "dean",
        "deputy");
    letters.event(id, 1, "DRAFT_WRITTEN", "DRAFT", null, "specialist", before);
    letters.event(id, 2, "SUBMIT", "SENT", null, "deputy", before);
  }
}
