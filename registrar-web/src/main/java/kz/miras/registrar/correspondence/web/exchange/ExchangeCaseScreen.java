package kz.miras.registrar.correspondence.web.exchange;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.miras.registrar.access.partner.PartnerFile;
import kz.miras.registrar.correspondence.exchange.CaseKind;
import kz.miras.registrar.correspondence.exchange.CaseStatus;
import kz.miras.registrar.correspondence.service.exchange.CaseDesk;
import kz.miras.registrar.correspondence.service.exchange.CaseDesk.View;
import kz.miras.registrar.frame.web.Download;
import kz.miras.registrar.frame.web.KeptAddress;
import kz.miras.registrar.frame.web.StepForm;
import kz.miras.registrar.shared.service.Json;

/** A case of a partner: what was submitted, its files and steps, and the next one. */
@Named("exchangeCase")
@ViewScoped
public class ExchangeCaseScreen extends StepForm {

  private static final long serialVersionUID = 1L;
  private static final String COMPONENT = "component.";

  /** What the contract has a closed list of values for. */
  private static final Set<String> CLOSED = Set.of("direction", "format");

  @Inject private CaseDesk desk;

  private String id = KeptAddress.parameter("id");
  private CaseStatus status;
  private String reason;
  private String protocol;
  private String results;
  private String text;
  private transient View view;

  /**
   * Something that was submitted.
   *
   * @param key of its name
   * @param word key of the value, where it is one of a closed list; null for what was written
   */
  public record Fact(String key, String value, String word) implements Serializable {}

  @Override
  protected void afresh() {
    view = null;
  }

  public View getView() {
    if (view == null) {
      view = desk.view(id);
    }
    return view;
  }

  /** What was submitted, in its order. */
  public List<Fact> getFacts() {
    return getView().contents().entrySet().stream().map(ExchangeCaseScreen::fact).toList();
  }

  private static Fact fact(Map.Entry<String, String> one) {
    String name = one.getKey().replaceAll("\\..*", "");
    String value =
        one.getKey().startsWith(COMPONENT)
            ? String.join(" · ", Json.texts(one.getValue()).values())
            : one.getValue();
    return new Fact(
        "access.exchange.fact." + name,
        value,
        CLOSED.contains(name) ? "access.exchange." + name + "." + value : null);
  }

  /** Whether the next step may say what is recognised. */
  public boolean isRecognition() {
    return getView().kind() == CaseKind.RECOGNITION;
  }

  /** A file of the case. */
  public void open(String file) throws IOException {
    PartnerFile found = desk.file(id, file);
    Download.attachment("application/octet-stream", found.name(), found.content());
  }

  /** Takes the chosen step. */
  public String move() {
    return step(
        "/correspondence/exchange-case.xhtml?faces-redirect=true&id=" + id,
        () -> desk.move(id, status, reason, protocol, results, text),
        "access.exchange.done");
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public CaseStatus getStatus() {
    return status;
  }

  public void setStatus(CaseStatus status) {
    this.status = status;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public String getProtocol() {
    return protocol;
  }

  public void setProtocol(String protocol) {
    this.protocol = protocol;
  }

  public String getResults() {
    return results;
  }

  public void setResults(String results) {
    this.results = results;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }
}
