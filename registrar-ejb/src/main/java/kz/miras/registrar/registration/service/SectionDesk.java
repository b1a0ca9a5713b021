package kz.miras.registrar.registration.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Function;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.registration.SectionSound;
import kz.miras.registrar.registration.service.SectionMoves.Landing;
import kz.miras.registrar.shared.Verdict;

/**
 * REG-4. Where the office splits, merges and closes groups; before it does, it sees who would land
 * where. Closing is for who approves; others ask for the decision.
 */
@Stateless
@Guarded
public class SectionDesk {

  @Inject private SectionActs acts;

  /** Where the students of a group would land if it were closed, without anything being done. */
  @RolesAllowed({Permissions.OFFERING_EDIT, Permissions.OFFERING_APPROVE})
  public List<Landing> preview(long section) {
    return acts.landings(section);
  }

  /**
   * Closes a group: its students land in other groups of the offering; who cannot, is taken out and
   * told to choose anew.
   *
   * @param reason why, shown to everybody concerned
   */
  @RolesAllowed(Permissions.OFFERING_APPROVE)
  public Verdict close(long section, String reason) {
    return explained(reason, why -> acts.close(section, why));
  }

  /**
   * Merges a group into another of the same offering; nobody moves unless everybody can.
   *
   * @param into key of the group that takes the students
   * @param reason why, shown to everybody concerned
   */
  @RolesAllowed(Permissions.OFFERING_EDIT)
  public Verdict merge(long section, long into, String reason) {
    return explained(reason, why -> acts.merge(section, into, why));
  }

  /**
   * Splits a group: a new one takes the last so many of its students by name.
   *
   * @param code of the new group
   * @param count students that move
   * @param capacity seats of the new group, at least as many
   */
  @RolesAllowed(Permissions.OFFERING_EDIT)
  public Verdict split(long section, String code, int count, int capacity) {
    return acts.split(section, code, count, capacity);
  }

  /**
   * Lets a group run that was proposed to be closed.
   *
   * @param reason the decision
   */
  @RolesAllowed(Permissions.OFFERING_APPROVE)
  public Verdict leave(long section, String reason) {
    return explained(reason, why -> acts.leave(section, why));
  }

  private static Verdict explained(String reason, Function<String, Verdict> act) {
    Verdict verdict = SectionSound.explained(reason);
    return verdict.isAllowed() ? act.apply(reason.strip()) : verdict;
  }
}
