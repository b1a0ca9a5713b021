package kz.miras.registrar.access;

import java.util.Optional;

/** How far a right reaches: everything, or only what is somebody's own. */
public enum Scope {
  /** Without limit. */
  ALL('A'),
  /** The person's own record, application, item or mail. */
  OWN_RECORD('O'),
  /** Sections and groups the person is named to teach, and the students in them. */
  OWN_GROUPS('G'),
  /** Sheets whose exam the person is appointed to take. */
  OWN_EXAM('E'),
  /** Students the person is adviser of, and those of advisers the person replaces for a while. */
  OWN_ADVISEES('V'),
  /** Students, sections and staff of the schools the grant names. */
  OWN_SCHOOL('S'),
  /** Matters of the commissions the grant names. */
  OWN_COMMISSION('C'),
  /** What the agreement of an external organisation names. */
  BY_AGREEMENT('B');

  private final char letter;

  Scope(char letter) {
    this.letter = letter;
  }

  /** The letter in the cells of the matrix. */
  public char letter() {
    return letter;
  }

  /** True where a grant of the role must name what it reaches: schools, commissions, agreements. */
  public boolean needsTarget() {
    return this == OWN_SCHOOL || this == OWN_COMMISSION || this == BY_AGREEMENT;
  }

  /** Key of the scope's name in the bundle {@code access}. */
  public String key() {
    return "access.scope." + name();
  }

  /** The scope of a letter, if it is one. */
  public static Optional<Scope> ofLetter(int letter) {
    for (Scope scope : values()) {
      if (scope.letter == letter) {
        return Optional.of(scope);
      }
    }
    return Optional.empty();
  }
}
