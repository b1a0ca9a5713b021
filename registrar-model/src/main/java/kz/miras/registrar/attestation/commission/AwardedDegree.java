package kz.miras.registrar.attestation.commission;

import java.io.Serializable;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.Programme;
import kz.miras.registrar.shared.Keyed;
import kz.miras.registrar.shared.LocalizedText;

/**
 * AK-14. The degree a commission awards: that of the level of a programme, in this programme.
 *
 * @param code of the programme, for example 6B06101
 * @param programme its name
 */
public record AwardedDegree(Level level, String code, LocalizedText programme)
    implements Serializable, Keyed {

  /**
   * What a decision awards to a student of a programme.
   *
   * @param decision null while a grade is missing
   * @return null where no degree is awarded
   */
  public static AwardedDegree of(FinalDecision decision, Programme programme) {
    return decision == null || !decision.isAward()
        ? null
        : new AwardedDegree(programme.getLevel(), programme.getCode(), programme.getName());
  }

  /** Key of the text that names it, with code and name of the programme filled in. */
  @Override
  public String key() {
    return "attestation.ak.degree." + level;
  }
}
