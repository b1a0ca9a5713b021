package kz.miras.registrar.achievement.summary;

/** ACH-9. A rule a figure rests on, told with its clause in the words of the reader. */
public enum CountingRule {
  ACH_1,
  ACH_2,
  ACH_3,
  ACH_4,
  ACH_5,
  ACH_6,
  CRD_6,
  DEB_1,
  DEB_2,
  DEB_3,
  GPA_1,
  GPA_2,
  GPA_3,
  GPA_4,
  GPA_5,
  GPA_6,
  GPA_7,
  GPA_8,
  HON_1,
  HON_2,
  INC_1,
  PRO_1,
  PRO_2,
  PRO_3,
  STD_1;

  /** Its number, such as it stands in the list of rules. */
  public String number() {
    return name().replace('_', '-');
  }

  /** Message key of what it says. */
  public String key() {
    return "achievement.rule." + name();
  }
}
