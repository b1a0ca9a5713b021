package kz.miras.registrar.shared.template;

/** An expression that is not understood, or asks for what a template may not have. */
public class ExpressionException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String code;
  private final String subject;

  /**
   * @param code message key
   * @param subject the word it is about
   */
  ExpressionException(String code, String subject) {
    super(code + ": " + subject);
    this.code = code;
    this.subject = subject;
  }

  public String code() {
    return code;
  }

  public String subject() {
    return subject;
  }
}
