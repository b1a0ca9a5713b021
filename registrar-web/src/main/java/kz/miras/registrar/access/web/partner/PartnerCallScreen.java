package kz.miras.registrar.access.web.partner;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.Locale;
import java.util.Optional;
import kz.miras.registrar.access.service.partner.CallJournal.Content;
import kz.miras.registrar.access.service.partner.CallQueries;
import kz.miras.registrar.access.service.partner.CallQueries.View;
import kz.miras.registrar.frame.web.Download;
import kz.miras.registrar.frame.web.KeptAddress;

/** A call of a partner; whoever may opens what came and went. */
@Named("partnerCall")
@ViewScoped
public class PartnerCallScreen implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final String BYTES = "application/octet-stream";

  @Inject private CallQueries queries;

  private String id = KeptAddress.parameter("id");
  private transient View view;

  public View getView() {
    if (view == null) {
      view = queries.call(id);
    }
    return view;
  }

  /** The code of the fault as people and REST read it; empty where it was answered. */
  public String getFault() {
    String code = getView().call().fault();
    return code == null ? "" : code.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The request as a file, byte for byte but for its password. */
  public void request() throws IOException {
    Optional<Content> content = queries.open(id);
    if (content.isPresent() && content.get().request() != null) {
      Download.attachment(BYTES, "request-" + id + ".txt", content.get().request());
    }
  }

  /** The answer as a file, byte for byte. */
  public void answer() throws IOException {
    Optional<Content> content = queries.open(id);
    if (content.isPresent() && content.get().answer() != null) {
      Download.attachment(BYTES, "answer-" + id + ".txt", content.get().answer());
    }
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }
}
