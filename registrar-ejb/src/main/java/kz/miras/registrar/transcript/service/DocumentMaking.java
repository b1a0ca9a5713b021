package kz.miras.registrar.transcript.service;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.Map;
import kz.miras.registrar.shared.Checksum;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.transcript.DocumentFamily;
import kz.miras.registrar.transcript.DocumentOrder;
import kz.miras.registrar.transcript.service.DocumentMaker.Made;
import kz.miras.registrar.transcript.service.DocumentMaker.Stamp;

/**
 * Makes the file of a document: its contents by the maker of its family, printed by the template of
 * its kind. Slow, so never within a transaction.
 */
@ApplicationScoped
public class DocumentMaking {

  @Inject @Any private Instance<DocumentMaker> all;
  @Inject private DocumentFiles files;

  private final Map<DocumentFamily, DocumentMaker> makers = new EnumMap<>(DocumentFamily.class);

  /**
   * A file with what it was made of.
   *
   * @param snapshot the data as JSON
   * @param sha256 of the file
   */
  public record Ready(String snapshot, Long resultsUntil, byte[] pdf, byte[] sha256, int pages)
      implements Serializable {}

  @PostConstruct
  void sort() {
    for (DocumentMaker maker : all) {
      maker.families().forEach(family -> makers.put(family, maker));
    }
  }

  /** The contents alone. */
  public Made contents(DocumentOrder order, Stamp stamp) {
    DocumentMaker maker = makers.get(order.kind().family());
    if (maker == null) {
      throw new IllegalStateException("nothing makes " + order.kind().family());
    }
    return maker.make(order, stamp);
  }

  /** The file. */
  public Ready file(DocumentOrder order, Stamp stamp) {
    Made made = contents(order, stamp);
    byte[] pdf = files.print(order.kind().template(), order.languages(), made.model(), stamp.url());
    return new Ready(
        Json.write(made.snapshot()),
        made.resultsUntil(),
        pdf,
        Checksum.sha256(pdf),
        DocumentFiles.pages(pdf));
  }
}
