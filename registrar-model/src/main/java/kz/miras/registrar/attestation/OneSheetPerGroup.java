package kz.miras.registrar.attestation;

import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * SHT-3. A group has one sheet of its first sitting for each level (SHT-10), formed when somebody
 * is or was enrolled.
 */
public final class OneSheetPerGroup {

  /** Code of the refusal where it has its sheet. */
  public static final String EXISTS = "attestation.sheet.exists";

  private OneSheetPerGroup() {}

  /**
   * Whether the sheet of a group can be formed.
   *
   * @param group its code
   * @param formed whether it has one already
   * @param enrolled how many students are enrolled in the group, those who withdrew included
   */
  public static Verdict judge(String group, boolean formed, int enrolled) {
    if (formed) {
      return Verdict.refused(Refusal.of(EXISTS, "SHT-3", group));
    }
    return enrolled == 0
        ? Verdict.refused(Refusal.of("attestation.sheet.nobody", "SHT-3", group))
        : Verdict.allowed();
  }
}
