package kz.miras.registrar.transcript;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.LocalizedText;

/**
 * A kind of documents the university issues: what it is made of, who signs it, how long it may take
 * and who may ask for it. The university keeps them as data; the code of a kind never changes.
 *
 * @param register code of the register its numbers are counted in, a series for each calendar year
 * @param template name of the template it is printed by
 * @param term how long it may take; null where the rules in force say (DOC-55)
 * @param validityDays days it is valid from the day of issue; null for ever
 * @param channels ways it may be asked for
 * @param awaitsResults DOC-10. It states results, so it waits for those that are about to be told
 * @param held what holds a student back holds it back too
 * @param fee in tenge; null for nothing
 * @param signatories in the order of their places
 * @param enabled it is issued at present
 * @param subject DOC-70. what it is about; null where it is about a student
 */
public record DocumentKind(
    String code,
    DocumentFamily family,
    String register,
    LocalizedText name,
    String template,
    IssueTerm term,
    Integer validityDays,
    Set<DocumentChannel> channels,
    boolean awaitsResults,
    boolean held,
    BigDecimal fee,
    List<DocumentSignatory> signatories,
    boolean enabled,
    SubjectKind subject)
    implements Serializable {

  /** Of a studying or graduated person: every discipline, the counted result marked. */
  public static final String TRANSCRIPT = "TRANSCRIPT";

  /** DOC-4. On expulsion: all disciplines, FX and F too (O595 п.42). */
  public static final String TRANSCRIPT_EXPELLED = "TRANSCRIPT_EXPELLED";

  /** Code of the summary sheet of a graduate for the attestation commission (AK-7). */
  public static final String GRADUATE_SHEET = "GRADUATE_SHEET";

  public DocumentKind {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(family, "family");
    channels = Set.copyOf(channels);
    signatories = List.copyOf(signatories);
  }

  /**
   * DOC-47, DOC-55. How long its issue may take: a duplicate has a term of its own, a kind without
   * one that of the rules.
   *
   * @param rules in force when it is asked for
   */
  public IssueTerm term(RuleSet rules, boolean duplicate) {
    if (duplicate) {
      return new IssueTerm(
          IssueTerm.Unit.WORKING_DAYS, rules.integer(RuleParameter.DUPLICATE_WORKING_DAYS));
    }
    return term == null
        ? new IssueTerm(IssueTerm.Unit.HOURS, rules.integer(RuleParameter.TRANSCRIPT_SLA_HOURS))
        : term;
  }

  /** A kind that is about a student. */
  public DocumentKind(
      String code,
      DocumentFamily family,
      String register,
      LocalizedText name,
      String template,
      IssueTerm term,
      Integer validityDays,
      Set<DocumentChannel> channels,
      boolean awaitsResults,
      boolean held,
      BigDecimal fee,
      List<DocumentSignatory> signatories,
      boolean enabled) {
    this(
        code,
        family,
        register,
        name,
        template,
        term,
        validityDays,
        channels,
        awaitsResults,
        held,
        fee,
        signatories,
        enabled,
        null);
  }

  /** AK-7. Whether it is the summary sheet of a graduate. */
  public boolean isGraduateSheet() {
    return GRADUATE_SHEET.equals(code);
  }

  /** Whether it is about a student, and not about a sheet, a group or a protocol. */
  public boolean isAboutStudent() {
    return family.isAboutStudent();
  }
}
