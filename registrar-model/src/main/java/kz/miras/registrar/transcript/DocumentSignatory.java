package kz.miras.registrar.transcript;

import java.io.Serializable;
import java.util.Set;
import kz.miras.registrar.access.Role;

/**
 * A place on a document that somebody signs.
 *
 * @param place in the order of the document, from 1
 * @param roles one of them is enough
 * @param title setting of the university that names the post
 * @param part DOC-72. the part its signatory has in the subject of the document; null where the
 *     role is enough
 */
public record DocumentSignatory(int place, Set<Role> roles, String title, SubjectPart part)
    implements Serializable {

  /** A place whoever holds one of the roles signs. */
  public DocumentSignatory(int place, Set<Role> roles, String title) {
    this(place, roles, title, null);
  }

  public DocumentSignatory {
    roles = Set.copyOf(roles);
    if (place < 1 || roles.isEmpty()) {
      throw new IllegalArgumentException("a place nobody can sign");
    }
  }
}
