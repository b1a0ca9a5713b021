package kz.miras.registrar.attestation.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.Map;
import kz.miras.registrar.attestation.BasisDocument;
import kz.miras.registrar.attestation.service.room.IncidentDesk;
import kz.miras.registrar.attestation.service.room.IncidentQueries;
import kz.miras.registrar.attestation.service.room.IncidentView;
import kz.miras.registrar.attestation.service.room.RoomFile;
import kz.miras.registrar.frame.web.Download;
import kz.miras.registrar.frame.web.KeptAddress;
import kz.miras.registrar.frame.web.LanguageChoice;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.shared.RegistrarException;

/** An act about an incident, its paper and its decision. */
@Named("incident")
@ViewScoped
public class IncidentScreen implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private IncidentQueries queries;
  @Inject private IncidentDesk desk;
  @Inject private RoomFile file;
  @Inject private LanguageChoice language;
  @Inject private Notice notice;

  private String id = KeptAddress.parameter("id");
  private final TypedBasis basis = new TypedBasis(BasisDocument.Type.ORDER);
  private Map<String, String> problems = Map.of();
  private transient IncidentView view;

  public IncidentView getView() {
    if (view == null) {
      view = queries.view(id);
    }
    return view;
  }

  public String annul() {
    return decide(true, "attestation.incident.annulled-done");
  }

  public String dismiss() {
    return decide(false, "attestation.incident.dismissed-done");
  }

  private String decide(boolean annul, String said) {
    try {
      desk.decide(id, annul, basis.document());
    } catch (RegistrarException.Refused refused) {
      problems = notice.show(refused);
      view = null;
      return null;
    }
    notice.done(said);
    return "/attestation/incident.xhtml?faces-redirect=true&id=" + id;
  }

  public void print() throws IOException {
    Download.pdf("act-" + getView().number(), file.act(id, language.getLanguage()));
  }

  public TypedBasis getBasis() {
    return basis;
  }

  public Map<String, String> getProblems() {
    return problems;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }
}
