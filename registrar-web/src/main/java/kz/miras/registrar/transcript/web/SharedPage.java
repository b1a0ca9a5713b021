package kz.miras.registrar.transcript.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import kz.miras.registrar.transcript.service.CheckGate;
import kz.miras.registrar.transcript.service.CheckGate.Cost;
import kz.miras.registrar.transcript.service.SharedResults;
import kz.miras.registrar.transcript.service.SharedResults.Shared;

/** DOC-25. The page behind a link of a student, for whoever has it. */
@Named("sharedPage")
@RequestScoped
public class SharedPage {

  @Inject private SharedResults results;
  @Inject private CheckGate gate;
  @Inject private HttpServletRequest request;

  private String link;
  private boolean opened;
  private Shared shown;
  private long wait;

  /** What is shown; null where the link leads nowhere. */
  public Shared getShown() {
    open();
    return shown;
  }

  /** Seconds until this address may ask again; 0 where it may now. */
  public long getWait() {
    open();
    return wait;
  }

  private void open() {
    if (opened) {
      return;
    }
    opened = true;
    String address = request.getRemoteAddr();
    Duration left = gate.ask(address);
    if (!left.isZero()) {
      wait = Math.max(1, left.toSeconds());
      return;
    }
    shown = results.open(link == null ? "" : link).orElse(null);
    if (shown == null) {
      gate.charge(address, Cost.MISS);
    }
  }

  public String getLink() {
    return link;
  }

  public void setLink(String link) {
    this.link = link;
  }
}
