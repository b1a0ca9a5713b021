package kz.miras.registrar.attestation.commission;

import java.io.Serializable;
import kz.miras.registrar.attestation.appeal.CommissionOffice;

/**
 * A place in an attestation commission as the order names it: a teacher, somebody with an account,
 * or somebody from outside by name.
 *
 * @param teacher key of the teacher; null for others
 * @param account key of the account; null for others
 * @param person name of somebody without an account; null for others
 * @param post where somebody from outside works, and as what; null where not said
 */
public record AttestationSeat(
    CommissionOffice office, Long teacher, Long account, String person, String post)
    implements Serializable {

  public AttestationSeat {
    person = person == null || person.isBlank() ? null : person.strip();
    post = post == null || post.isBlank() ? null : post.strip();
  }

  /** Whether nobody was named. */
  public boolean isEmpty() {
    return teacher == null && account == null && person == null;
  }

  /** Whether whoever holds it can sign in, which chair and secretary must. */
  public boolean isKnown() {
    return teacher != null || account != null;
  }

  /** Whether the place names more than one person. */
  public boolean isDouble() {
    int named = (teacher == null ? 0 : 1) + (account == null ? 0 : 1) + (person == null ? 0 : 1);
    return named > 1;
  }

  /** The person alone, whatever office is held. */
  AttestationSeat who() {
    return new AttestationSeat(null, teacher, account, person, null);
  }
}
