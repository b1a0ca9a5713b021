package kz.miras.registrar.registration.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.LocalDate;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.student.service.StudentScope;

/** The minor of a student for screens. */
@Stateless
@Guarded
public class MinorQueries {

  @Inject private Minors minors;
  @Inject private StudentScope scope;

  /**
   * A minor and the decision it rests on.
   *
   * @param programme code
   * @param until last day; null while it goes on
   */
  public record Followed(
      String programme, LocalizedText name, LocalDate from, LocalDate until, String document)
      implements Serializable {}

  /**
   * The minor recorded for a student the caller may see; null for none.
   *
   * @param student public id or number
   */
  @RolesAllowed({Permissions.ENROL_READ, Permissions.PLAN_READ})
  public Followed of(String student) {
    long id = scope.visible(student, Permissions.ENROL_READ, Permissions.PLAN_READ).getId();
    return minors
        .of(id)
        .map(
            minor ->
                new Followed(
                    minor.getProgramme().getCode(),
                    minor.getProgramme().getName(),
                    minor.getValidFrom(),
                    minor.getValidTo(),
                    minor.getDocument()))
        .orElse(null);
  }
}
