package kz.miras.registrar.attestation.service.room;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.attestation.service.SheetAccess;
import kz.miras.registrar.shared.RegistrarException;

/** Exam rooms as screens show them. */
@Stateless
@Guarded
public class RoomQueries {

  @Inject private SheetAccess whose;
  @Inject private Rooms rooms;
  @Inject private Incidents incidents;

  /**
   * The room of a sheet's exam.
   *
   * @param sheet public id
   * @throws RegistrarException.NotFound where the caller may not see it
   */
  @RolesAllowed(Permissions.EXAM_ROOM_READ)
  public RoomView view(String sheet) {
    return rooms.view(whose.room(sheet));
  }

  /**
   * EXR-9. Students whose result in the sheet does not go with what was seen in the room, by name.
   *
   * @param sheet public id
   */
  @RolesAllowed(Permissions.EXAM_ROOM_READ)
  public List<String> unfit(String sheet) {
    return rooms.unfit(whose.room(sheet));
  }

  /**
   * How many acts about the exam of a sheet wait for their decision.
   *
   * @param sheet public id
   */
  @RolesAllowed(Permissions.EXAM_ROOM_READ)
  public long undecided(String sheet) {
    return incidents.undecided(whose.room(sheet).getId());
  }
}
