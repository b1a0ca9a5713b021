package kz.miras.registrar.transcript.service.edition;

import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;

/** DOC-30. There is nothing an edition could be tried on. */
public final class NoExample {

  private NoExample() {}

  /**
   * The refusal of a trial.
   *
   * @param subject number of what was looked for; null or blank for anything there is
   */
  public static RegistrarException.Refused of(String subject) {
    return new RegistrarException.Refused(
        (subject == null || subject.isBlank()
                ? Refusal.of("transcript.edition.no-example", "DOC-30")
                : Refusal.of("transcript.edition.no-such", "DOC-30", subject.strip()))
            .at("subject"));
  }
}
