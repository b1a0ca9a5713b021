package kz.miras.registrar.attestation.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import kz.miras.registrar.attestation.service.together.SessionSteps.Openable;
import kz.miras.registrar.attestation.service.together.SheetRun;
import kz.miras.registrar.attestation.service.together.SheetRunDesk;

/** Opens the formed sheets of the session on the page, and shows how far it is. */
@Named("sheetOpening")
@ViewScoped
public class SheetOpening implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private SheetRunDesk desk;
  @Inject private SessionScreen page;

  private transient Openable openable;
  private transient boolean watched;
  private transient String read;

  /** What would be opened, and what is left out. */
  public Openable getOpenable() {
    String term = page.getCode();
    if (openable == null || !String.valueOf(term).equals(read)) {
      openable = term == null ? new Openable(0, List.of()) : desk.openable(term);
      read = String.valueOf(term);
    }
    return openable;
  }

  /** Begins to open them. */
  public void open() {
    desk.open(page.getCode());
    openable = null;
  }

  /** What goes on or went last; empty for nothing. */
  public List<SheetRun> getRuns() {
    return page.getCode() == null ? List.of() : desk.opening(page.getCode()).stream().toList();
  }

  /** Whether sheets are being opened; what there is to open is read anew then, and once after. */
  public boolean isRunning() {
    boolean running = getRuns().stream().anyMatch(run -> !run.ended());
    if (running || watched) {
      openable = null;
    }
    watched = running;
    return running;
  }

  /** Stops after the sheets that are being opened. */
  public void stop(SheetRun.Kind kind) {
    if (kind == SheetRun.Kind.OPEN) {
      desk.stopOpening(page.getCode());
    }
  }
}
