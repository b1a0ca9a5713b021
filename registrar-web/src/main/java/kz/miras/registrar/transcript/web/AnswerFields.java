package kz.miras.registrar.transcript.web;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.transcript.certificate.CertificateQuestion;

/**
 * DOC-52. Answers to what a kind of documents asks, as typed in a form; what was typed for one kind
 * is there again when it is chosen again. Shown by {@code questions.xhtml}.
 */
public class AnswerFields implements Serializable {

  private static final long serialVersionUID = 1L;

  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, LocalDate> days = new HashMap<>();
  private final Map<String, String> years = new HashMap<>();

  /** What was answered to these questions, by their codes; nothing else that was typed. */
  Map<String, String> answers(List<CertificateQuestion> questions) {
    Map<String, String> answers = new HashMap<>();
    for (CertificateQuestion question : questions) {
      Object answer =
          switch (question.type()) {
            case TEXT, PROGRAMME -> texts.get(question.code());
            case DAY -> days.get(question.code());
            case YEAR -> years.get(question.code());
          };
      if (answer != null) {
        answers.put(question.code(), answer.toString());
      }
    }
    return answers;
  }

  public Map<String, String> getTexts() {
    return texts;
  }

  public Map<String, LocalDate> getDays() {
    return days;
  }

  public Map<String, String> getYears() {
    return years;
  }
}
