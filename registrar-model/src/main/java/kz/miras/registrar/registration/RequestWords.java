package kz.miras.registrar.registration;

import java.io.Serializable;

/**
 * Why something is asked for.
 *
 * @param reason of who asks
 * @param explanation of the student in writing; null where none is needed
 * @param document number and date of what it rests on; null for none
 */
public record RequestWords(String reason, String explanation, String document)
    implements Serializable {

  public RequestWords {
    reason = stripped(reason);
    explanation = stripped(explanation);
    document = stripped(document);
  }

  /** The same where the student asks in person: the reason is the student's explanation. */
  public RequestWords ofStudent() {
    return new RequestWords(reason, explanation == null ? reason : explanation, document);
  }

  private static String stripped(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
