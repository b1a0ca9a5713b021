package kz.miras.registrar.attestation.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import kz.miras.registrar.attestation.service.room.RoomQueries;

/**
 * What the exam room says against closing a sheet, told before it is done: acts nobody has decided
 * yet, and results that do not go with who came.
 */
@Named("openActs")
@RequestScoped
public class OpenActs {

  @Inject private RoomQueries rooms;

  private Long number;
  private List<String> unfit;

  /** How many there are. */
  public long of(String sheet) {
    if (number == null) {
      number = rooms.undecided(sheet);
    }
    return number;
  }

  /** Names of whose result does not go with what was seen in the room. */
  public List<String> unfit(String sheet) {
    if (unfit == null) {
      unfit = rooms.unfit(sheet);
    }
    return unfit;
  }
}
