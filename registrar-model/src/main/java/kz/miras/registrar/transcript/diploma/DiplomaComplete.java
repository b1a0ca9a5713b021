package kz.miras.registrar.transcript.diploma;

import java.io.Serializable;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.student.StudentStatus;

/**
 * DIP-2, DIP-3, DIP-9, DIP-10. What stands against a diploma: a line for each, at the place where
 * it is mended. Approving asks the same, so that what the list shows as ready can be approved.
 */
public final class DiplomaComplete {

  /** Places a gap is mended at; the field of its refusal. */
  public static final String AT_DRAFT = "draft";

  public static final String AT_NUMBER = "number";
  public static final String AT_PERSON = "person";
  public static final String AT_RESULTS = "results";

  private DiplomaComplete() {}

  /** Every gap; warnings for what may be right as it is. */
  public static Verdict of(DiplomaFacts facts) {
    return study(facts).and(person(facts)).and(entered(facts)).and(number(facts));
  }

  private static Verdict study(DiplomaFacts facts) {
    Verdict verdict =
        facts.status() == StudentStatus.EXPELLED || facts.status() == StudentStatus.ON_LEAVE
            ? gap("diploma.gap.status", "DIP-10", AT_RESULTS, facts.status())
            : Verdict.allowed();
    if (facts.earned() < facts.needed()) {
      verdict =
          verdict.and(
              gap("diploma.gap.credits", "DIP-10", AT_RESULTS, facts.earned(), facts.needed()));
    }
    for (LocalizedText discipline : facts.owed()) {
      verdict = verdict.and(gap("diploma.gap.debt", "DIP-10", AT_RESULTS, discipline));
    }
    return facts.attested()
        ? verdict
        : verdict.and(gap("diploma.gap.attestation", "DIP-10", AT_RESULTS));
  }

  private static Verdict person(DiplomaFacts facts) {
    return facts.kazakhName()
        ? Verdict.allowed()
        : Verdict.warning(Refusal.of("diploma.gap.kazakh-name", "DIP-9").at(AT_PERSON));
  }

  private static Verdict entered(DiplomaFacts facts) {
    DiplomaDraft draft = facts.draft();
    if (draft == null) {
      return gap("diploma.gap.draft", "DIP-9", AT_DRAFT);
    }
    Verdict verdict = draft.series().fits(facts.level());
    if (draft.previous() == null) {
      verdict = verdict.and(gap("diploma.gap.previous", "DIP-9", AT_PERSON));
    }
    if (draft.entrance() == null) {
      verdict = verdict.and(gap("diploma.gap.entrance", "DIP-9", AT_PERSON));
    }
    if (draft.topic() != null) {
      return verdict;
    }
    // a bachelor may sit a complex examination instead of a defence
    return facts.level() == Level.BACHELOR
        ? verdict.and(Verdict.warning(Refusal.of("diploma.gap.topic-maybe", "DIP-9").at(AT_DRAFT)))
        : verdict.and(gap("diploma.gap.topic", "DIP-9", AT_DRAFT));
  }

  private static Verdict number(DiplomaFacts facts) {
    DiplomaDraft draft = facts.draft();
    if (draft == null || draft.number() == null) {
      return gap("diploma.gap.number", "DIP-2", AT_NUMBER);
    }
    Verdict verdict = draft.series().numbers(draft.number());
    return draft.qrText() == null || draft.qrText().isBlank()
        ? verdict.and(gap("diploma.gap.qr", "DIP-2", AT_NUMBER))
        : verdict;
  }

  private static Verdict gap(String code, String rule, String place, Serializable... args) {
    return Verdict.refused(Refusal.of(code, rule, args).at(place));
  }
}
