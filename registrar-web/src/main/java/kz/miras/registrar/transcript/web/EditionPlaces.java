package kz.miras.registrar.transcript.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.transcript.service.edition.EditionDesk;
import kz.miras.registrar.transcript.service.edition.EditionPlace;
import kz.miras.registrar.transcript.service.edition.EditionSubject.Sort;

/** What the wordings of editions may name. */
@Named("editionPlaces")
@RequestScoped
public class EditionPlaces {

  @Inject private EditionDesk desk;

  private final Map<Sort, List<EditionPlace>> read = new EnumMap<>(Sort.class);

  /** What wordings of a sort may name; nothing where there are none. */
  public List<EditionPlace> of(Sort sort) {
    return read.computeIfAbsent(sort, desk::places);
  }
}
