package kz.miras.registrar.shared.service;

import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.template.ExpressionException;
import org.thymeleaf.exceptions.TemplateProcessingException;

/** Says to whoever keeps a template why it cannot be filled, and in which line. */
final class TemplateFailures {

  private static final String RULE = "DOC-31";

  private TemplateFailures() {}

  /** A failure of filling: what its cause says, with the line of the template. */
  static RuntimeException told(TemplateProcessingException failure) {
    int line = 1;
    Throwable last = failure;
    for (Throwable one = failure; one != null; one = one.getCause()) {
      if (one instanceof TemplateProcessingException at && at.getLine() != null) {
        line = at.getLine();
      }
      if (one instanceof RegistrarException refused) {
        return refused;
      }
      if (one instanceof ExpressionException wrong) {
        return refused(Refusal.of(wrong.code(), RULE, line, wrong.subject()));
      }
      last = one;
    }
    return refused(Refusal.of("shared.template.fails", RULE, line, message(last)));
  }

  /** A failure of printing what was filled. */
  static RuntimeException told(RuntimeException failure) {
    return refused(Refusal.of("shared.template.print", RULE, message(failure)));
  }

  private static RegistrarException.Refused refused(Refusal refusal) {
    return new RegistrarException.Refused(refusal.at("source"));
  }

  private static String message(Throwable failure) {
    String message = String.valueOf(failure.getMessage());
    return message.length() > 200 ? message.substring(0, 200) + "…" : message;
  }
}
