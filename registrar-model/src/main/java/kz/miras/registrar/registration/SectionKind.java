package kz.miras.registrar.registration;

/** Parts of an offering a student has one place in each of; sheets are formed per GROUP. */
public enum SectionKind {
  /** The lecture stream (поток). */
  LECTURE,
  /** The seminar group (группа). */
  GROUP,
  /** A laboratory subgroup (подгруппа). */
  SUBGROUP;

  /** Message key of the name. */
  public String key() {
    return "registration.section-kind." + name();
  }
}
