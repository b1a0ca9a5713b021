package kz.miras.registrar.attestation.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import kz.miras.registrar.attestation.service.room.RoomQueries;

/** Acts about the exam of a sheet that nobody has decided yet: told before the sheet is closed. */
@Named("openActs")
@RequestScoped
public class OpenActs {

  @Inject private RoomQueries rooms;

  private Long number;

  /** How many there are. */
  public long of(String sheet) {
    if (number == null) {
      number = rooms.undecided(sheet);
    }
    return number;
  }
}
