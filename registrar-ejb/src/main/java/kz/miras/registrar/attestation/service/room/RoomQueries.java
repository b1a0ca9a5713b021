package kz.miras.registrar.attestation.service.room;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
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
}
