package kz.miras.registrar.office.consultation;

import java.io.Serializable;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import kz.miras.registrar.shared.Language;

/**
 * A frequent question with its answer, in as many languages as it is written in so far.
 *
 * @param questions by language; a language may be missing
 * @param answers by language; a language may be missing
 */
public record FrequentQuestionText(Map<Language, String> questions, Map<Language, String> answers)
    implements Serializable {

  public FrequentQuestionText {
    questions = written(questions);
    answers = written(answers);
  }

  private static Map<Language, String> written(Map<Language, String> texts) {
    Map<Language, String> written = new EnumMap<>(Language.class);
    texts.forEach(
        (language, text) -> {
          if (text != null && !text.isBlank()) {
            written.put(language, text.strip());
          }
        });
    return Collections.unmodifiableMap(written);
  }

  /** The question in a language; empty where it is not written yet. */
  public String question(Language language) {
    return questions.getOrDefault(language, "");
  }

  /** The answer in a language; empty where it is not written yet. */
  public String answer(Language language) {
    return answers.getOrDefault(language, "");
  }

  /** Whether question and answer are written in a language. */
  public boolean isWritten(Language language) {
    return questions.containsKey(language) && answers.containsKey(language);
  }
}
