package kz.miras.registrar.transcript.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.UUID;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.frame.web.Download;
import kz.miras.registrar.frame.web.KeptAddress;
import kz.miras.registrar.frame.web.May;
import kz.miras.registrar.shared.PublicId;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.transcript.BatchState;
import kz.miras.registrar.transcript.service.bulk.BatchDesk;
import kz.miras.registrar.transcript.service.bulk.BatchView;

/** A batch of documents: how far it is, and what may be done with it. */
@Named("batch")
@ViewScoped
public class BatchScreen implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private BatchDesk desk;
  @Inject private May may;

  private String id = KeptAddress.parameter("id");
  private transient BatchView view;

  public BatchView getView() {
    if (view == null) {
      view = desk.view(uuid());
    }
    return view;
  }

  private UUID uuid() {
    return PublicId.parse(id)
        .orElseThrow(() -> new RegistrarException.NotFound("document-batch", id));
  }

  /** Looks how far it is. */
  public void look() {
    view = null;
  }

  public boolean isRunning() {
    return getView().state() == BatchState.RUNNING;
  }

  /** Paused, and the reader may let it go on. */
  public boolean isPaused() {
    return getView().state() == BatchState.PAUSED && goesOn();
  }

  private boolean goesOn() {
    return getView().act().goesOn(getView().acting(), may.getLogin()).isAllowed();
  }

  private boolean ended() {
    return getView().state() == BatchState.ENDED;
  }

  /** Prepared for the reader, whether nobody signs it or somebody has paused. */
  public boolean isSignable() {
    return (ended() || getView().state() == BatchState.PAUSED && !goesOn())
        && may.can(
            getView().choice().isOfTerm() ? Permissions.PAPER_SIGN : Permissions.TRANSCRIPT_SIGN)
        && getView().prepared() > getView().issued()
        && !may.getLogin().equals(getView().preparedBy());
  }

  /** All is prepared, and somebody has still to sign. */
  public boolean isUnsigned() {
    return ended() && getView().prepared() > getView().issued();
  }

  public boolean isRepeatable() {
    return ended() && getView().refused() > 0 && goesOn();
  }

  public void sign() {
    desk.sign(uuid());
    look();
  }

  public void pause() {
    desk.pause(uuid());
    look();
  }

  public void goOn() {
    desk.goOn(uuid());
    look();
  }

  public void again() {
    desk.again(uuid());
    look();
  }

  /** All files, each under its number. */
  public void zip() throws IOException {
    Download.stream("application/zip", name() + ".zip", out -> desk.zip(uuid(), out));
  }

  /** All pages in one file. */
  public void print() throws IOException {
    Download.stream("application/pdf", name() + ".pdf", out -> desk.print(uuid(), out));
  }

  private String name() {
    return getView().choice().written().replace(' ', '-');
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }
}
