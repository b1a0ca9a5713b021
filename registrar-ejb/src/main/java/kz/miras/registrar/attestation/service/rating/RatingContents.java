package kz.miras.registrar.attestation.service.rating;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import kz.miras.registrar.attestation.amend.SheetFrame;
import kz.miras.registrar.attestation.rating.RatingGrid;
import kz.miras.registrar.attestation.service.SheetAccess;
import kz.miras.registrar.attestation.service.amend.SheetFrames;

/** All that a journal prints, for whoever may read it. */
@Stateless
@PermitAll
public class RatingContents {

  @Inject private RatingQueries journals;
  @Inject private SheetAccess whose;
  @Inject private SheetFrames frames;

  /** A journal as it stands, and its head. */
  public record Contents(RatingGrid grid, SheetFrame head) implements Serializable {}

  /**
   * A journal.
   *
   * @throws kz.miras.registrar.shared.RegistrarException.NotFound where the caller may not read it
   */
  public Contents of(String id) {
    return new Contents(journals.grid(id), frames.of(whose.rating(id)));
  }
}
