package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBAccessException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.office.consultation.AskerKind;
import kz.miras.registrar.office.consultation.ConsultationTopic;
import kz.miras.registrar.office.consultation.FrequentQuestionStatus;
import kz.miras.registrar.office.consultation.FrequentQuestionText;
import kz.miras.registrar.office.service.consultation.AnswerDesk;
import kz.miras.registrar.office.service.consultation.ConsultationFigures;
import kz.miras.registrar.office.service.consultation.ConsultationQueries;
import kz.miras.registrar.office.service.consultation.ConsultationReport;
import kz.miras.registrar.office.service.consultation.ConsultationView;
import kz.miras.registrar.office.service.consultation.FrequentQuestionDesk;
import kz.miras.registrar.office.service.consultation.FrequentQuestionQueries;
import kz.miras.registrar.office.service.consultation.FrequentQuestionView;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.RegistrarException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Questions, their answers in the journal, and frequent questions, in the container. */
@InsideTest
class ConsultationJournalInsideIT {

  @Deployment
  static WebArchive archive() {
    return Inside.archive(ConsultationJournalInsideIT.class, ConsultationScene.class);
  }

  private static ConsultationView seen(String login, String id) throws Exception {
    ConsultationQueries queries = Inside.bean(ConsultationQueries.class);
    return Inside.as(login, () -> queries.view(id));
  }

  @Test
  @DisplayName(
      "CON-7 CON-8 a question is due after working days; the answer is told to who asked and reads"
          + " there; it is recorded once")
  void answered() throws Exception {
    String asker = Scene.holding("DEAN");
    String asked = ConsultationScene.ask(asker);
    LocalDate due = Inside.bean(Calendars.class).workingDays().plusWorkingDays(Scene.today(), 3);
    assertThat(seen(asker, asked).dueOn()).isEqualTo(due);
    String specialist = Scene.holding("SPE");
    assertThat(seen(specialist, asked).may().answer()).isTrue();
    AnswerDesk desk = Inside.bean(AnswerDesk.class);
    assertThat(Inside.refused(specialist, () -> desk.record(asked, ConsultationScene.answer("no"))))
        .containsExactly("office.consultation.answer");
    ConsultationScene.record(specialist, asked, "A certificate and an application.");
    assertThat(ConsultationScene.told(asker, "answered")).isEqualTo(1);
    assertThat(seen(asker, asked).standing().answer().answer())
        .isEqualTo("A certificate and an application.");
    assertThat(
            Inside.refused(
                specialist, () -> desk.record(asked, ConsultationScene.answer("another one"))))
        .containsExactly("office.consultation.ended");
    assertThat(Inside.refused(specialist, () -> desk.missed(asked)))
        .containsExactly("office.consultation.no-appointment");
  }

  @Test
  @DisplayName("CON-9 the journal keeps every answer: a correction is a new entry with a reason")
  void corrected() throws Exception {
    String asker = Scene.holding("ADV");
    String asked = ConsultationScene.ask(asker);
    String specialist = Scene.holding("SPE");
    ConsultationScene.record(specialist, asked, "Until Friday.");
    AnswerDesk desk = Inside.bean(AnswerDesk.class);
    String senior = Scene.holding("SEN");
    assertThat(
            Inside.refused(
                senior, () -> desk.correct(asked, ConsultationScene.answer("Until Friday."), "x")))
        .containsExactly("office.consultation.same-answer");
    Inside.act(
        senior, () -> desk.correct(asked, ConsultationScene.answer("Until Monday."), "a slip"));
    ConsultationView view = seen(asker, asked);
    assertThat(view.entries())
        .extracting(one -> one.answer().answer() + " " + one.reason())
        .containsExactly("Until Friday. null", "Until Monday. a slip");
    assertThat(view.standing().number()).isEqualTo(2);
    assertThat(ConsultationScene.told(asker, "corrected")).isEqualTo(1);
    assertThatThrownBy(
            () ->
                Scene.change(
                    "UPDATE consultation_entry SET answer = 'Never.' WHERE consultation_id ="
                        + " (SELECT id FROM consultation WHERE uuid = ?)",
                    asked))
        .hasMessageContaining("append-only");
    assertThatThrownBy(
            () -> Scene.change("UPDATE consultation SET status = 'OPEN' WHERE uuid = ?", asked))
        .hasMessageContaining("ends once");
  }

  @Test
  @DisplayName("CON-10 a question is taken over or handed on; who had it and who gets it are told")
  void handed() throws Exception {
    String asked = ConsultationScene.ask(Scene.holding("DEAN"));
    String anna = Scene.holding("SPE");
    String bolat = Scene.holding("JUN");
    AnswerDesk desk = Inside.bean(AnswerDesk.class);
    assertThatThrownBy(() -> Inside.act(anna, () -> desk.handTo(asked, bolat)))
        .as("what is nobody's is taken first")
        .isInstanceOf(RegistrarException.Forbidden.class);
    Inside.act(anna, () -> desk.take(asked));
    assertThat(Inside.refused(anna, () -> desk.take(asked)))
        .containsExactly("office.consultation.has-it");
    Inside.act(anna, () -> desk.handTo(asked, bolat));
    assertThat(ConsultationScene.told(bolat, "handed")).isEqualTo(1);
    assertThatThrownBy(() -> Inside.act(anna, () -> desk.handTo(asked, anna)))
        .as("it is hers no more")
        .isInstanceOf(RegistrarException.Forbidden.class);
    String director = Scene.holding("DIR");
    String dean = Scene.holding("DEAN");
    assertThat(Inside.refused(director, () -> desk.handTo(asked, dean)))
        .containsExactly("office.consultation.cannot-answer");
    Inside.act(director, () -> desk.handTo(asked, anna));
    Inside.act(bolat, () -> desk.take(asked));
    assertThat(ConsultationScene.told(anna, "taken")).isEqualTo(1);
    assertThatThrownBy(
            () ->
                Inside.act(
                    director, () -> desk.record(asked, ConsultationScene.answer("An answer."))))
        .isInstanceOfAny(EJBAccessException.class, RegistrarException.Forbidden.class);
  }

  @Test
  @DisplayName(
      "CON-8 an appointment is answered or missed once it has begun; who has no appointment is"
          + " recorded by number")
  void held() throws Exception {
    String host = Scene.holding("SPE");
    List<String> slots = ConsultationScene.opened(host, 16);
    String asker = Scene.holding("ADV");
    String first = ConsultationScene.book(asker, slots.get(0));
    String second = ConsultationScene.book(asker, slots.get(1));
    AnswerDesk desk = Inside.bean(AnswerDesk.class);
    assertThat(
            Inside.refused(host, () -> desk.record(first, ConsultationScene.answer("An answer."))))
        .containsExactly("office.consultation.not-begun");
    ConsultationScene.startsIn(slots.get(0), -30);
    ConsultationScene.startsIn(slots.get(1), -5);
    ConsultationScene.record(host, first, "Bring the transcript.");
    Inside.act(host, () -> desk.missed(second));
    assertThat(ConsultationScene.status(first)).isEqualTo("ANSWERED");
    assertThat(ConsultationScene.status(second)).isEqualTo("MISSED");
    assertThat(ConsultationScene.told(asker, "missed")).isEqualTo(1);

    AnswerDesk.WalkIn nobody = new AnswerDesk.WalkIn(AskerKind.STUDENT, "no-such", "A question");
    assertThat(
            Inside.refused(host, () -> desk.walkIn(nobody, ConsultationScene.answer("An answer."))))
        .containsExactly("office.consultation.asker-needed");
    String number = Scene.student(95);
    long student = Scene.number("SELECT id FROM student WHERE student_no = ?", number);
    String recorded =
        Inside.as(
            host,
            () ->
                desk.walkIn(
                    new AnswerDesk.WalkIn(AskerKind.STUDENT, number, "A question"),
                    ConsultationScene.answer("An answer.")));
    String pupil = Scene.account("STU", student, null);
    assertThat(seen(pupil, recorded).standing().answer().answer())
        .as("a student reads what was recorded of the own visit")
        .isEqualTo("An answer.");
    figures(host);
  }

  /** What was just recorded counts under its topic, month and adviser. */
  private static void figures(String host) throws Exception {
    ConsultationReport report = Inside.bean(ConsultationReport.class);
    LocalDate today = Scene.today();
    String director = Scene.holding("DIR");
    ConsultationFigures figures =
        Inside.as(director, () -> report.of(today.minusDays(1), today.plusDays(1)));
    long all = figures.parts().get(0).lines().stream().mapToLong(one -> one.counts().all()).sum();
    assertThat(all).isEqualTo(figures.total().all());
    assertThat(figures.parts())
        .filteredOn(one -> one.cut() == ConsultationFigures.Cut.ANSWERED_BY)
        .flatExtracting(ConsultationFigures.Part::lines)
        .anySatisfy(
            one -> {
              assertThat(one.name()).isEqualTo(host);
              assertThat(one.counts().answered()).isEqualTo(2);
              assertThat(one.counts().inTime()).isEqualTo(2);
            });
    assertThat(
            new String(
                Inside.as(director, () -> report.pdf(today, today, Language.KK)), 0, 5, "US-ASCII"))
        .startsWith("%PDF");
    String asker = Scene.holding("ADV");
    assertThatThrownBy(() -> Inside.as(asker, () -> report.of(today, today)))
        .isInstanceOf(RegistrarException.Forbidden.class);
  }

  private static FrequentQuestionText text(String word, Language... languages) {
    Map<Language, String> questions = new EnumMap<>(Language.class);
    Map<Language, String> answers = new EnumMap<>(Language.class);
    for (Language language : languages) {
      questions.put(language, word + " question " + language);
      answers.put(language, word + " answer " + language);
    }
    return new FrequentQuestionText(questions, answers);
  }

  @Test
  @DisplayName(
      "CON-11 CON-12 an answer becomes a frequent question: written in three languages by one,"
          + " published by another, replaced and withdrawn")
  void frequent() throws Exception {
    String asked = ConsultationScene.ask(Scene.holding("DEAN"));
    String specialist = Scene.holding("SPE");
    ConsultationScene.record(specialist, asked, "With a certificate.");
    FrequentQuestionDesk desk = Inside.bean(FrequentQuestionDesk.class);
    FrequentQuestionQueries queries = Inside.bean(FrequentQuestionQueries.class);
    String id = Inside.as(specialist, () -> desk.offer(asked, Language.RU));
    assertThat(Inside.refused(specialist, () -> desk.propose(id)))
        .hasSize(2)
        .containsOnly("office.consultation.faq.language");
    String word = "w" + System.nanoTime();
    ConsultationTopic topic = ConsultationTopic.NONFORMAL_RESULTS;
    Inside.as(specialist, () -> desk.write(id, topic, text(word, Language.values())));
    Inside.act(specialist, () -> desk.propose(id));
    assertThatThrownBy(() -> Inside.act(specialist, () -> desk.publish(id)))
        .isInstanceOfAny(EJBAccessException.class, RegistrarException.Forbidden.class);
    String deputy = Scene.holding("DEP");
    assertThat(Inside.refused(deputy, () -> desk.giveBack(id, "")))
        .containsExactly("office.consultation.faq.note-needed");
    Inside.act(deputy, () -> desk.publish(id));
    assertThat(ConsultationScene.told(specialist, "published")).isEqualTo(1);

    String reader = Scene.holding("ADV");
    assertThat(Inside.as(reader, () -> queries.published(topic, word.toUpperCase(), Language.KK)))
        .extracting(FrequentQuestionView.Shown::answer)
        .containsExactly(word + " answer KK");
    assertThat(
            Inside.as(reader, () -> queries.published(ConsultationTopic.OTHER, word, Language.KK)))
        .isEmpty();
    assertThatThrownBy(() -> Inside.as(reader, () -> queries.view(id)))
        .isInstanceOf(RegistrarException.NotFound.class);
    assertThatThrownBy(
            () -> Scene.change("UPDATE frequent_question SET answer_kk = 'x' WHERE uuid = ?", id))
        .hasMessageContaining("do not change");

    String newer = Inside.as(specialist, () -> desk.revise(id));
    Inside.as(specialist, () -> desk.write(newer, topic, text(word + "n", Language.values())));
    Inside.act(specialist, () -> desk.propose(newer));
    Inside.act(deputy, () -> desk.publish(newer));
    assertThat(Inside.as(deputy, () -> queries.view(id)).status())
        .isEqualTo(FrequentQuestionStatus.WITHDRAWN);
    assertThat(Inside.as(reader, () -> queries.published(null, word, Language.EN)))
        .extracting(FrequentQuestionView.Shown::id)
        .containsExactly(newer);
    Inside.act(deputy, () -> desk.withdraw(newer, "the rules have changed"));
    assertThat(Inside.as(reader, () -> queries.published(null, word, Language.EN))).isEmpty();
  }
}
