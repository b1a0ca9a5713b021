package kz.miras.registrar.transcript.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.service.Messages;
import kz.miras.registrar.shared.service.Settings;
import kz.miras.registrar.transcript.DocumentSignatory;

/**
 * DOC-20, DOC-72. What whoever signs at a place is called: by the part in the subject, or by the
 * post as the university names it.
 */
@ApplicationScoped
public class SignatoryTitles {

  private static final String OFFICE = "registrar";

  @Inject private Settings settings;

  /** The title of a place on a day; null for a place its kind has no longer. */
  public LocalizedText of(DocumentSignatory place, LocalDate day) {
    if (place != null && place.part() != null) {
      return Messages.localized(place.part().key());
    }
    LocalizedText set = settings.localized(place == null ? OFFICE : place.title(), day);
    return set.in(Language.RU).isBlank() ? Messages.localized("transcript.registrar") : set;
  }
}
