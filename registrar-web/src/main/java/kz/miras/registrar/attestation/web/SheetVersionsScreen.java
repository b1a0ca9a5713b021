package kz.miras.registrar.attestation.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import kz.miras.registrar.attestation.amend.SheetHistory;
import kz.miras.registrar.attestation.amend.SignedScan;
import kz.miras.registrar.attestation.service.SheetFile;
import kz.miras.registrar.attestation.service.amend.VersionDesk;
import kz.miras.registrar.frame.web.Download;
import kz.miras.registrar.frame.web.LanguageChoice;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.shared.RegistrarException;

/** The versions of a posted sheet: what changed, each on paper, and the signed scans. */
@Named("versions")
@ViewScoped
public class SheetVersionsScreen implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private VersionDesk desk;
  @Inject private SheetFile file;
  @Inject private LanguageChoice language;
  @Inject private Notice notice;

  private transient Part scan;
  private LocalDate signed;
  private Map<String, String> problems = Map.of();
  private transient SheetHistory history;
  private transient Boolean attaches;

  /** The versions of a sheet. */
  public SheetHistory of(String sheet) {
    if (history == null) {
      history = desk.history(sheet);
    }
    return history;
  }

  /** Whether the viewer may attach a scan. */
  public boolean mayAttach(String sheet) {
    if (attaches == null) {
      attaches = desk.mayAttach(sheet);
    }
    return attaches;
  }

  /** A version on paper, in the reader's language. */
  public void print(String sheet, String number, int version) throws IOException {
    Download.pdf(number + "-" + version, file.print(sheet, version, language.getLanguage()));
  }

  /** Sends a scan. */
  public void download(String id) throws IOException {
    VersionDesk.Scan kept = desk.scan(UUID.fromString(id));
    Download.attachment(kept.mediaType(), kept.name(), kept.content());
  }

  /** Attaches the chosen file and shows the sheet anew; what is refused stands beside its field. */
  public String attach(String sheet) throws IOException {
    try (InputStream in = scan == null ? InputStream.nullInputStream() : scan.getInputStream()) {
      String name = scan == null ? null : scan.getSubmittedFileName();
      desk.attach(sheet, new SignedScan(name, in.readAllBytes(), signed));
    } catch (RegistrarException.Refused refused) {
      problems = notice.show(refused);
      return null;
    }
    notice.done("attestation.scan.stored");
    return "/attestation/sheet.xhtml?faces-redirect=true&id=" + sheet;
  }

  public Part getScan() {
    return scan;
  }

  public void setScan(Part scan) {
    this.scan = scan;
  }

  public LocalDate getSigned() {
    return signed;
  }

  public void setSigned(LocalDate signed) {
    this.signed = signed;
  }

  public Map<String, String> getProblems() {
    return problems;
  }
}
