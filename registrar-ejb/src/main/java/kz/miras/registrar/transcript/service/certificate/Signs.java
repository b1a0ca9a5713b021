package kz.miras.registrar.transcript.service.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.service.Settings;
import kz.miras.registrar.transcript.DocumentKind;

/** The places of a document that are signed, with the posts and their holders of a day. */
@ApplicationScoped
public class Signs {

  @Inject private Settings settings;

  /**
   * A place as it is printed.
   *
   * @param title of the post
   * @param person who holds it; empty where the university does not say
   */
  public record Sign(int place, LocalizedText title, LocalizedText person)
      implements Serializable {}

  /** The places of a kind on a day. */
  public List<Sign> of(DocumentKind kind, LocalDate day) {
    return kind.signatories().stream()
        .map(
            one ->
                new Sign(
                    one.place(),
                    settings.localized(one.title(), day),
                    settings.localized(one.title() + ".person", day)))
        .toList();
  }
}
