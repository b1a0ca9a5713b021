package kz.miras.registrar.transcript.certificate;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import kz.miras.registrar.shared.LocalizedText;

/**
 * What is asked of whoever wants a certificate.
 *
 * @param code by which the answer is known, and named in the wording as {@code {ask:code}}
 */
public record CertificateQuestion(String code, LocalizedText label, Type type, boolean required)
    implements Serializable {

  /** What an answer is. */
  public enum Type {
    TEXT,
    DAY;

    /** Message key of the name. */
    public String key() {
      return "transcript.certificate.question." + name();
    }
  }

  private static final int LONGEST = 300;

  /** Whether an answer, not blank, is one. */
  public boolean accepts(String answer) {
    if (type == Type.TEXT) {
      return answer.length() <= LONGEST;
    }
    try {
      LocalDate.parse(answer);
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }
}
