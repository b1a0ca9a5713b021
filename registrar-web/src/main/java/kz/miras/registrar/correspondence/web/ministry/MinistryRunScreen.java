package kz.miras.registrar.correspondence.web.ministry;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.UUID;
import kz.miras.registrar.correspondence.ministry.RunKind;
import kz.miras.registrar.correspondence.ministry.RunState;
import kz.miras.registrar.correspondence.service.ministry.MinistryDesk;
import kz.miras.registrar.correspondence.service.ministry.MinistryRun;
import kz.miras.registrar.frame.web.Download;
import kz.miras.registrar.frame.web.KeptAddress;
import kz.miras.registrar.frame.web.May;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.shared.PublicId;
import kz.miras.registrar.shared.RegistrarException;

/** A run over the records of the platform: how far it is, and what may be done with it. */
@Named("ministryRun")
@ViewScoped
public class MinistryRunScreen implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private MinistryDesk desk;
  @Inject private May may;
  @Inject private Notice notice;

  private String id = KeptAddress.parameter("id");
  private transient MinistryRun view;

  public MinistryRun getView() {
    if (view == null) {
      view = desk.run(uuid());
    }
    return view;
  }

  private UUID uuid() {
    return PublicId.parse(id)
        .orElseThrow(() -> new RegistrarException.NotFound("ministry-run", id));
  }

  /** Looks how far it is. */
  public void look() {
    view = null;
  }

  public boolean isRunning() {
    return getView().state() == RunState.RUNNING;
  }

  public boolean isStoppable() {
    return isRunning() && may.can("exchange.send");
  }

  public boolean isStopped() {
    return getView().state() == RunState.STOPPED && may.can("exchange.send");
  }

  /** A dry run that has written its files. */
  public boolean isWithFiles() {
    return getView().kind() == RunKind.DRY_RUN
        && getView().state() == RunState.ENDED
        && may.can("exchange.send");
  }

  public boolean isSending() {
    return getView().kind() == RunKind.SEND;
  }

  public boolean isComparing() {
    return getView().kind() == RunKind.READ_BACK;
  }

  public void stop() {
    desk.stop(uuid());
    look();
  }

  /** Lets it go on where it was. */
  public void goOn() {
    try {
      desk.goOn(uuid());
    } catch (RegistrarException.Refused refused) {
      notice.tell(refused);
    }
    look();
  }

  /** The files of a dry run. */
  public void zip() throws IOException {
    Download.stream("application/zip", "ministry-" + id + ".zip", out -> desk.zip(uuid(), out));
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }
}
