package kz.miras.registrar.access.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import kz.miras.registrar.access.ChainReport;
import kz.miras.registrar.access.service.AuditVerification;
import kz.miras.registrar.access.service.VerificationProgress;
import kz.miras.registrar.frame.web.Words;

/** Starts a verification of the audit trail and shows how far it is and what it found. */
@Named("auditCheck")
@ViewScoped
public class AuditCheck implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private AuditVerification verification;
  @Inject private Words words;

  private VerificationProgress progress;

  public void start() {
    progress = new VerificationProgress();
    verification.run(progress);
  }

  public boolean isRunning() {
    return progress != null && !progress.ended();
  }

  public VerificationProgress getProgress() {
    return progress;
  }

  public boolean isIntact() {
    return report() != null && report().isIntact();
  }

  public boolean isBroken() {
    return report() != null && !report().isIntact();
  }

  /** One sentence a finding. */
  public List<String> getFindings() {
    return report() == null
        ? List.of()
        : report().deviations().stream()
            .map(d -> words.of(d.kind().key(), d.position(), d.until()))
            .toList();
  }

  /** The head to compare with the exported ones. */
  public String getHead() {
    return report() == null ? "" : report().head().line();
  }

  public long getRows() {
    return report() == null ? 0 : report().rows();
  }

  private ChainReport report() {
    return progress == null ? null : progress.report();
  }
}
