package kz.miras.registrar.transcript.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.Target;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.shared.Checksum;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.ScanType;
import kz.miras.registrar.transcript.PastScans;

/** DOC-8. Brings the scans of past documents in, many in one archive, and gives them out. */
@Stateless
@Guarded
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PastScanDesk {

  private static final int NAME = 200;

  @Inject private PastScanStore store;
  @Inject private DocumentDesk documents;
  @Inject private Access access;

  /**
   * A file that was not kept.
   *
   * @param file its name in the archive
   */
  public record Refused(String file, Refusal why) implements Serializable {}

  /**
   * What came of an archive.
   *
   * @param kept scans that are new
   * @param same scans that were there already
   */
  public record Report(int kept, int same, List<Refused> refused) implements Serializable {}

  /** How many documents of the register have no scan yet. */
  @RolesAllowed(Permissions.RESULTS_IMPORT)
  public long missing() {
    access.require(Permissions.RESULTS_IMPORT, Target.nobodys(), "list", "past-documents");
    return store.entries().stream().filter(entry -> entry.kept() == null).count();
  }

  /**
   * Keeps every scan of an archive that belongs to an entry of the register; the same archive again
   * changes nothing.
   *
   * @throws RegistrarException.Refused where the archive as a whole is not read; nothing is kept
   */
  @RolesAllowed(Permissions.RESULTS_IMPORT)
  public Report keep(String name, byte[] zip) {
    access.require(Permissions.RESULTS_IMPORT, Target.nobodys(), "list", "past-documents");
    ScanArchive archive = ScanArchive.open(name, zip);
    PastScans register = new PastScans(store.entries());
    int[] counts = new int[2];
    List<Refused> refused = new ArrayList<>();
    archive.each(
        (file, content) -> {
          byte[] sha256 = Checksum.sha256(content);
          String hash = HexFormat.of().formatHex(sha256);
          PastScans.Match match = register.match(file, content, hash);
          if (!match.verdict().isAllowed()) {
            refused.add(new Refused(file, match.verdict().refusals().get(0)));
          } else if (match.isKept()) {
            counts[1]++;
          } else if (store.keep(match.entry().id(), shortened(file), sha256, content)) {
            register.keep(match.entry(), hash);
            counts[0]++;
          } else {
            String number = match.entry().number();
            refused.add(new Refused(file, Refusal.of("transcript.scan.other", "DOC-8", number)));
          }
        });
    return new Report(counts[0], counts[1], refused);
  }

  private static String shortened(String file) {
    String name = PastScans.base(file);
    return name.length() <= NAME ? name : name.substring(name.length() - NAME);
  }

  /**
   * A kept scan.
   *
   * @param mediaType by its content
   */
  public record Scan(String name, String mediaType, byte[] content) implements Serializable {}

  /** The scan of a document the caller may see. */
  @RolesAllowed({Permissions.TRANSCRIPT_READ, Permissions.REGISTER_READ})
  public Scan scan(UUID document) {
    documents.stored(document);
    PastScanStore.Kept kept =
        store
            .scan(document)
            .orElseThrow(() -> new RegistrarException.NotFound("document", document));
    return new Scan(
        kept.name(), ScanType.of(kept.content()).orElseThrow().mediaType(), kept.content());
  }
}
