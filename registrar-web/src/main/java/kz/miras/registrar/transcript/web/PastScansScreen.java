package kz.miras.registrar.transcript.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.List;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.transcript.service.PastScanDesk;

/** Scans of past documents, brought in by ZIP. */
@Named("pastScans")
@ViewScoped
public class PastScansScreen implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private PastScanDesk desk;
  @Inject private Notice notice;

  private transient Part file;
  private PastScanDesk.Report report;
  private List<String> problems = List.of();

  /** Reads the chosen archive; what is wrong with it stands beside its field. */
  public void keep() throws IOException {
    report = null;
    problems = List.of();
    if (file == null || file.getSize() == 0) {
      problems = List.of(notice.text(Refusal.of("office.import.no-file", "DAT-1")));
      return;
    }
    try (InputStream in = file.getInputStream()) {
      report = desk.keep(file.getSubmittedFileName(), in.readAllBytes());
    } catch (RegistrarException.Refused refused) {
      problems = refused.refusals().stream().map(notice::text).toList();
    }
  }

  public long getMissing() {
    return desk.missing();
  }

  public PastScanDesk.Report getReport() {
    return report;
  }

  public List<String> getProblems() {
    return problems;
  }

  public Part getFile() {
    return file;
  }

  public void setFile(Part file) {
    this.file = file;
  }
}
