package kz.miras.registrar.attestation.service;

import static kz.miras.registrar.shared.RegistrarException.refuse;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.access.service.api.ApiReader;
import kz.miras.registrar.shared.PublicId;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.RecordKeeping;
import kz.miras.registrar.shared.service.TableRows;

/**
 * When and where exams are, as the timetable sets them: by the rules of the office's own form, and
 * everybody concerned is told in the same act.
 */
@Stateless
@Guarded
public class SlotExchange {

  @Inject private TableRows rows;
  @Inject private ApiReader reader;
  @Inject private SittingList sittings;

  /**
   * Sets the slot of an exam.
   *
   * @param id public id of the exam
   * @param sent values by field of the list of sittings; what is left out stays as it is
   * @param unchanged whether the exam is still what the timetable has read
   * @return false where it is not: nothing was changed then
   * @throws RegistrarException.Refused with every reason against it
   */
  @RolesAllowed(Permissions.EXAM_SLOT_EXCHANGE)
  public boolean set(
      String id, Map<String, String> sent, Predicate<Map<String, Object>> unchanged) {
    String number =
        PublicId.parse(id)
            .flatMap(
                uuid ->
                    rows.one(
                        "SELECT number FROM sheet WHERE uuid = ? FOR UPDATE",
                        row -> row.getString(1),
                        uuid.toString()))
            .orElseThrow(() -> new RegistrarException.NotFound("exam", id));
    if (!unchanged.test(reader.one(AttestationApi.EXAMS, id))) {
      return false;
    }
    Map<String, String> values = new HashMap<>(sent);
    values.put("sheet", number);
    refuse(
        RecordKeeping.keep(sittings, sittings.openFor(Permissions.EXAM_SLOT_EXCHANGE), values)
            .verdict());
    return true;
  }
}
