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

  private static String stripped(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
