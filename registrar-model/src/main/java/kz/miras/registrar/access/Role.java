package kz.miras.registrar.access;

import java.util.Optional;

/**
 * The parts people and programs play in the work of the registrar's office. A person holds a role
 * only through a {@link Grant} with dates and a basis document; a person who works in the office
 * and teaches holds two.
 *
 * <p>Names for people: bundle {@code access}, key {@code access.role.<CODE>}.
 */
public enum Role {
  /** President of the university: signs orders. */
  PRES,
  /** Rector: signs orders. */
  RECTOR,
  /** Vice-rector for academic and methodical work. */
  VR,
  /** Director of the registrar's office. */
  DIR,
  /** Deputy director of the registrar's office. */
  DEP,
  /** Senior specialist of the registrar's office. */
  SEN,
  /** Specialist of the registrar's office. */
  SPE,
  /** Junior specialist of the registrar's office. */
  JUN,
  /** Academic adviser. */
  ADV,
  /** Teacher; also examiner where appointed. */
  TCH,
  /** Dean of a school. */
  DEAN,
  /** Chair of an attestation commission. */
  AKC,
  /** Secretary of an attestation or state examination commission. */
  AKS,
  /** Member of an appeal commission. */
  APC,
  /** Accounting. */
  ACC,
  /** Student. */
  STU,
  /** External organisation or ministry client. */
  EXT,
  /** Technical administrator: no academic write. */
  ADM,
  /** Internal audit: reads everything and the audit log, writes nothing. */
  AUD,
  /** A neighbouring program of the university, with an account of its own. */
  SUBSYSTEM,
  /** The product itself: timers, batches and the outbox. */
  SYSTEM;

  /** True for the staff of the registrar's office, from director to junior specialist. */
  public boolean isOffice() {
    return this == DIR || this == DEP || this == SEN || this == SPE || this == JUN;
  }

  /** True where the account belongs to a person; a program never opens a screen. */
  public boolean isPerson() {
    return this != EXT && this != SUBSYSTEM && this != SYSTEM;
  }

  /** Key of the role's name in the bundle {@code access}. */
  public String key() {
    return "access.role." + name();
  }

  /** The role of a code, if it is one. */
  public static Optional<Role> ofCode(String code) {
    for (Role role : values()) {
      if (role.name().equals(code)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}
