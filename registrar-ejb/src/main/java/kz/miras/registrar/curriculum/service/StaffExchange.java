package kz.miras.registrar.curriculum.service;

import static kz.miras.registrar.shared.RegistrarException.refuse;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.RecordKeeping;
import kz.miras.registrar.shared.service.RecordKeeping.Kept;

/** Staff as the system of personnel keeps them here, by the rules of the form and the file. */
@Stateless
@Guarded
public class StaffExchange {

  @Inject private TeacherList teachers;

  /**
   * Writes a member of the staff, new or known by the number.
   *
   * @param sent values by field of the list of teachers; what is left out stays as it is
   * @return whether it is new
   * @throws RegistrarException.Refused with every reason against it
   */
  @RolesAllowed(Permissions.STAFF_EXCHANGE)
  public boolean keep(String personnelNo, Map<String, String> sent) {
    Map<String, String> values = new HashMap<>(sent);
    values.put("personnel_no", personnelNo);
    Kept kept = RecordKeeping.keep(teachers, teachers.open(), values);
    refuse(kept.verdict());
    return kept.created();
  }
}
