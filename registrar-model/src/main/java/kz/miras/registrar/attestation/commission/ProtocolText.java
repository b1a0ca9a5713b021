package kz.miras.registrar.attestation.commission;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
import kz.miras.registrar.curriculum.Grade;
import kz.miras.registrar.curriculum.GradeScale;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.shared.Fitted;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * AK-7, AK-8. What the protocol of a student says; anything may still be missing. Who was absent
 * has no grade, no votes and no honours, whatever was typed.
 *
 * @param topic in the three languages; empty for an exam
 * @param characteristic what the answers were like
 * @param percent of 100; null where there is none yet
 * @param against how many of the commission voted against
 * @param dissent what those of another opinion said; empty for nothing
 * @param honours whether the commission awards honours
 */
public record ProtocolText(
    DefenceKind kind,
    Appearance appearance,
    LocalizedText topic,
    String supervisor,
    String reviewer,
    PresentedPapers papers,
    List<ProtocolQuestion> questions,
    String characteristic,
    Integer percent,
    int against,
    String dissent,
    boolean honours)
    implements Serializable {

  private static final int LINE = 200;
  private static final int TOPIC = 500;
  private static final int QUESTION = 1000;
  private static final int LONG = 2000;

  public ProtocolText {
    supervisor = stripped(supervisor);
    reviewer = stripped(reviewer);
    characteristic = stripped(characteristic);
    dissent = stripped(dissent);
    questions = questions.stream().filter(one -> !one.isEmpty()).toList();
    boolean came = appearance == Appearance.PRESENT;
    percent = came ? percent : null;
    against = came ? against : 0;
    honours = came && honours;
  }

  private static String stripped(String text) {
    return text == null ? "" : text.strip();
  }

  /** A protocol of a kind in which nothing is written. */
  public static ProtocolText begun(DefenceKind kind) {
    return new ProtocolText(
        kind,
        Appearance.PRESENT,
        LocalizedText.of("", "", ""),
        "",
        "",
        PresentedPapers.NONE,
        List.of(),
        "",
        null,
        0,
        "",
        false);
  }

  /** The same with what is typed beside the names of a meeting. */
  public ProtocolText with(Appearance came, Integer points, int votes) {
    return new ProtocolText(
        kind,
        came,
        topic,
        supervisor,
        reviewer,
        papers,
        questions,
        characteristic,
        points,
        votes,
        dissent,
        honours);
  }

  /** Whether it may be kept as it is, whole or not. */
  public Verdict judge() {
    Verdict verdict = Verdict.allowed();
    if (percent != null && (percent < 0 || percent > 100)) {
      verdict = refused("attestation.ak.percent-range", "AK-8", "percent");
    }
    if (!papers.isSound()) {
      verdict = verdict.and(refused("attestation.ak.papers-range", "AK-7", "papers"));
    }
    if (questions.stream().anyMatch(one -> !one.isWhole())) {
      verdict = verdict.and(refused("attestation.ak.question-half", "AK-8", "questions"));
    }
    for (ProtocolQuestion one : questions) {
      verdict =
          verdict
              .and(Fitted.judge(LINE, one.asker(), "questions"))
              .and(Fitted.judge(QUESTION, one.text(), "questions"));
    }
    return verdict
        .and(Fitted.judge(TOPIC, topic.getKk(), "topic"))
        .and(Fitted.judge(TOPIC, topic.getRu(), "topic"))
        .and(Fitted.judge(TOPIC, topic.getEn(), "topic"))
        .and(Fitted.judge(LINE, supervisor, "supervisor"))
        .and(Fitted.judge(LINE, reviewer, "reviewer"))
        .and(Fitted.judge(LONG, characteristic, "characteristic"))
        .and(Fitted.judge(LONG, dissent, "dissent"));
  }

  /** Whether everything is there that a signature needs. */
  public Verdict whole() {
    if (appearance != Appearance.PRESENT) {
      return Verdict.allowed();
    }
    Verdict verdict = Verdict.allowed();
    if (percent == null) {
      verdict = refused("attestation.ak.percent", "AK-8", "percent");
    }
    if (questions.isEmpty()) {
      verdict = verdict.and(refused("attestation.ak.questions", "AK-8", "questions"));
    }
    if (characteristic.isEmpty()) {
      verdict = verdict.and(refused("attestation.ak.characteristic", "AK-8", "characteristic"));
    }
    return kind.hasTopic() ? verdict.and(work()) : verdict;
  }

  private Verdict work() {
    Verdict verdict = Verdict.allowed();
    boolean named =
        Stream.of(topic.getKk(), topic.getRu(), topic.getEn()).noneMatch(one -> isBlank(one));
    if (!named) {
      verdict = refused("attestation.ak.topic", "AK-7", "topic");
    }
    if (supervisor.isEmpty()) {
      verdict = verdict.and(refused("attestation.ak.supervisor", "AK-7", "supervisor"));
    }
    if (reviewer.isEmpty()) {
      verdict = verdict.and(refused("attestation.ak.reviewer", "AK-7", "reviewer"));
    }
    return papers.isWhole()
        ? verdict
        : verdict.and(refused("attestation.ak.papers", "AK-7", "papers"));
  }

  /**
   * AK-8, AK-10. The grade it comes to; null where none is given.
   *
   * @param scale of the day of the meeting
   */
  public Grade grade(GradeScale scale) {
    return switch (appearance) {
      case EXCUSED -> null;
      case ABSENT -> Grade.failed(Mark.AB);
      case PRESENT -> percent == null ? null : Grade.of(percent, scale);
    };
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }

  private static Verdict refused(String code, String rule, String field) {
    return Verdict.refused(Refusal.of(code, rule).at(field));
  }
}
