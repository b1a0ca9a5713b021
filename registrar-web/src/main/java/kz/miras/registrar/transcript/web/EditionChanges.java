package kz.miras.registrar.transcript.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.transcript.edition.LineComparison.Change;
import kz.miras.registrar.transcript.edition.LineComparison.Line;
import kz.miras.registrar.transcript.service.edition.EditionDesk;

/** What editions change against the ones before them. */
@Named("editionChanges")
@RequestScoped
public class EditionChanges {

  @Inject private EditionDesk desk;

  private final Map<Long, List<Line>> read = new HashMap<>();

  /** The lines of an edition, those that stay left out. */
  public List<Line> of(long id) {
    return read.computeIfAbsent(id, desk::changes);
  }

  /** Whether there are none. */
  public boolean none(long id) {
    return of(id).stream()
        .noneMatch(line -> line.change() == Change.ADDED || line.change() == Change.REMOVED);
  }
}
