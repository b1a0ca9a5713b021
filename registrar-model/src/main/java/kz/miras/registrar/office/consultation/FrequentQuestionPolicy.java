package kz.miras.registrar.office.consultation;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/** CON-11, CON-12. What becomes a frequent question, and by whose decision. */
public final class FrequentQuestionPolicy {

  /** Most characters of a question. */
  public static final int LONGEST_QUESTION = 500;

  /** Most characters of an answer. */
  public static final int LONGEST_ANSWER = 4000;

  private FrequentQuestionPolicy() {}

  /**
   * CON-11. Whether it may be shown to readers of every language.
   *
   * @param topic null where none was chosen
   */
  public static Verdict complete(ConsultationTopic topic, FrequentQuestionText text) {
    Verdict verdict = of(topic);
    for (Language language : Language.values()) {
      if (!text.isWritten(language)) {
        String missing = text.question(language).isEmpty() ? "question_" : "answer_";
        verdict =
            verdict.and(
                Verdict.refused(
                    Refusal.of("office.consultation.faq.language", "CON-11")
                        .at(missing + language.name().toLowerCase(Locale.ROOT))));
      }
    }
    return verdict;
  }

  private static Verdict of(ConsultationTopic topic) {
    return topic == null
        ? Verdict.refused(Refusal.of("office.consultation.topic-needed", "CON-11").at("topic"))
        : Verdict.allowed();
  }

  /**
   * CON-11. Whether it may be kept, finished or not: it has a topic, and words short enough to be
   * read.
   *
   * @param topic null where none was chosen
   */
  public static Verdict keeps(ConsultationTopic topic, FrequentQuestionText text) {
    Verdict verdict = of(topic);
    for (Language language : Language.values()) {
      String tag = language.name().toLowerCase(Locale.ROOT);
      verdict =
          verdict
              .and(fits(text.question(language), LONGEST_QUESTION, "question_" + tag))
              .and(fits(text.answer(language), LONGEST_ANSWER, "answer_" + tag));
    }
    return verdict;
  }

  private static Verdict fits(String text, int most, String field) {
    return text.length() <= most
        ? Verdict.allowed()
        : Verdict.refused(Refusal.of("office.consultation.faq.too-long", "CON-11", most).at(field));
  }

  /**
   * CON-12. Whether somebody may decide about it: who wrote or proposed it does not, and what is
   * sent back says why.
   *
   * @param by login of who decides
   * @param writer login of who wrote its last words
   * @param proposer login of who proposed it
   * @param note remark; null or blank is enough for a publication only
   */
  public static Verdict decides(
      FrequentQuestionStatus status,
      String by,
      String writer,
      String proposer,
      boolean published,
      String note) {
    if (status != FrequentQuestionStatus.PROPOSED) {
      return Verdict.refused(Refusal.of("office.consultation.faq.not-proposed", "CON-12", status));
    }
    Verdict verdict =
        Stream.of(writer, proposer).filter(Objects::nonNull).anyMatch(by::equals)
            ? Verdict.refused(Refusal.of("office.consultation.faq.own", "CON-12", by))
            : Verdict.allowed();
    return published ? verdict : verdict.and(explained(note));
  }

  /** CON-12. Whether it may be withdrawn from its readers: only with a reason. */
  public static Verdict withdraws(FrequentQuestionStatus status, String reason) {
    return revises(status).and(explained(reason));
  }

  /** CON-12. Whether another may be written to take its place: only of what readers see. */
  public static Verdict revises(FrequentQuestionStatus status) {
    return status == FrequentQuestionStatus.PUBLISHED
        ? Verdict.allowed()
        : Verdict.refused(Refusal.of("office.consultation.faq.not-published", "CON-12", status));
  }

  private static Verdict explained(String note) {
    return note == null || note.isBlank()
        ? Verdict.refused(Refusal.of("office.consultation.faq.note-needed", "CON-12").at("note"))
        : Verdict.allowed();
  }

  /** CON-12. Whether its words may change: what readers see, or somebody decides about, stays. */
  public static Verdict writes(FrequentQuestionStatus status) {
    return status.isWritten()
        ? Verdict.allowed()
        : Verdict.refused(Refusal.of("office.consultation.faq.fixed", "CON-12", status));
  }
}
