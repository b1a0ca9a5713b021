package kz.miras.registrar.transcript.web;

import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.frame.web.May;
import kz.miras.registrar.frame.web.StepForm;
import kz.miras.registrar.transcript.service.SignatureQueue;
import kz.miras.registrar.transcript.service.SignatureQueue.ToSign;
import kz.miras.registrar.transcript.service.SigningRun;

/** What waits for the reader's signature: chosen, signed beside the page, told one by one. */
@Named("documentSigning")
@ViewScoped
public class SigningScreen extends StepForm {

  private static final long serialVersionUID = 1L;
  private static final String PAGE = "/transcript/queue.xhtml?faces-redirect=true";

  @Inject private SignatureQueue queue;
  @Inject private May may;

  private final Map<String, Boolean> chosen = new HashMap<>();

  /** As the page has shown them, so that a tick belongs to the document it stood beside. */
  private List<ToSign> toSign;

  /** How many outcomes of a signing were known when they were read. */
  private int told;

  @Override
  protected void afresh() {
    toSign = null;
  }

  /** What waits for the reader; drawn anew as the signing goes on. */
  public List<ToSign> getToSign() {
    int known = getRuns().stream().mapToInt(run -> run.outcomes().size()).sum();
    boolean drawn =
        FacesContext.getCurrentInstance().getCurrentPhaseId() == PhaseId.RENDER_RESPONSE;
    if (toSign == null || drawn && told != known) {
      toSign = isSigning() ? queue.toSign() : List.of();
      told = known;
    }
    return toSign;
  }

  /** Whether the reader signs documents of students, or sheets and protocols. */
  public boolean isSigning() {
    return may.can(Permissions.TRANSCRIPT_SIGN) || may.can(Permissions.PAPER_SIGN);
  }

  /** The reader's signing that goes on, or was done last; none where there was none. */
  public List<SigningRun> getRuns() {
    return isSigning() ? queue.run().stream().toList() : List.of();
  }

  /** Whether the reader's signing goes on. */
  public boolean isRunning() {
    return getRuns().stream().anyMatch(run -> !run.ended());
  }

  /** Begins to sign what was chosen. */
  public String sign() {
    List<UUID> wanted =
        chosen.entrySet().stream()
            .filter(Map.Entry::getValue)
            .map(one -> UUID.fromString(one.getKey()))
            .toList();
    return step(PAGE, () -> queue.begin(wanted), "transcript.queue.begun");
  }

  /** Stops after the documents that are being signed. */
  public void stop(String what) {
    queue.stop();
  }

  public Map<String, Boolean> getChosen() {
    return chosen;
  }
}
