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
 */
public record DocumentSignatory(int place, Set<Role> roles, String title) implements Serializable {

  public DocumentSignatory {
    roles = Set.copyOf(roles);
    if (place < 1 || roles.isEmpty()) {
      throw new IllegalArgumentException("a place nobody can sign");
    }
  }
}
