package kz.miras.registrar.access.web.partner;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.access.partner.PartnerOperations;
import kz.miras.registrar.access.partner.PartnerTerms;
import kz.miras.registrar.access.partner.TermsStatus;
import kz.miras.registrar.access.service.partner.CredentialDesk;
import kz.miras.registrar.access.service.partner.PartnerDesk;
import kz.miras.registrar.access.service.partner.PartnerQueries;
import kz.miras.registrar.access.service.partner.PartnerQueries.Card;
import kz.miras.registrar.access.service.partner.PartnerQueries.Edition;
import kz.miras.registrar.access.service.partner.TermsDesk;
import kz.miras.registrar.frame.web.KeptAddress;
import kz.miras.registrar.frame.web.StepForm;
import kz.miras.registrar.shared.service.UniversityTime;

/** A partner: who it is, its terms, its secrets and certificates, and the switch that stops it. */
@Named("partner")
@ViewScoped
public class PartnerScreen extends StepForm {

  static final String PAGE = "/access/partner.xhtml?faces-redirect=true&id=";

  private static final long serialVersionUID = 1L;
  private static final String SECRET = "partnerSecret";
  private static final int USUAL_OVERLAP = 14;

  @Inject private PartnerQueries queries;
  @Inject private PartnerDesk desk;
  @Inject private TermsDesk terms;
  @Inject private CredentialDesk credentials;
  @Inject private UniversityTime time;

  private String id = KeptAddress.parameter("id");
  private String reason;
  private String decision;
  private LocalDate until;
  private Integer overlap = USUAL_OVERLAP;
  private LocalDate certificateUntil;
  private Integer certificateOverlap = USUAL_OVERLAP;
  private String pem;
  private transient Part file;
  private OrganisationForm organisation;
  private TermsForm proposal;
  private transient Card card;

  @Override
  protected void afresh() {
    card = null;
  }

  public Card getCard() {
    if (card == null) {
      card = queries.card(id);
    }
    return card;
  }

  /** The terms in force; null where there are none. */
  public PartnerTerms getInForce() {
    return getCard().editions().stream()
        .filter(one -> one.status() == TermsStatus.IN_FORCE)
        .map(Edition::terms)
        .findFirst()
        .orElse(null);
  }

  /** Whether terms wait for a decision. */
  public boolean isProposed() {
    return getCard().editions().stream().anyMatch(one -> one.status() == TermsStatus.PROPOSED);
  }

  /** Operations of terms by service, in the order of the services. */
  public List<Map.Entry<String, String>> operations(PartnerTerms of) {
    Map<String, List<String>> services = new LinkedHashMap<>();
    for (String one : PartnerOperations.all()) {
      if (of.operations().contains(one)) {
        int at = one.indexOf('.');
        services
            .computeIfAbsent(one.substring(0, at), service -> new ArrayList<>())
            .add(one.substring(at + 1));
      }
    }
    return services.entrySet().stream()
        .map(one -> Map.entry(one.getKey(), String.join(", ", one.getValue())))
        .toList();
  }

  /** Changes names and contacts. */
  public String save() {
    return step(PAGE + id, () -> desk.edit(id, organisation.typed()), "access.partner.done.saved");
  }

  /** Stops the partner from its next call on. */
  public String suspend() {
    return step(PAGE + id, () -> desk.suspend(id, reason), "access.partner.done.suspended");
  }

  /** Lets it in again. */
  public String resume() {
    return step(PAGE + id, () -> desk.resume(id, reason), "access.partner.done.resumed");
  }

  /** Proposes terms. */
  public String propose() {
    return step(
        PAGE + id, () -> terms.propose(id, proposal.typed()), "access.partner.done.proposed");
  }

  /** Puts terms in force. */
  public String approve(String edition) {
    return step(PAGE + id, () -> terms.approve(edition, decision), "access.partner.done.approved");
  }

  /** Turns terms down. */
  public String reject(String edition) {
    return step(PAGE + id, () -> terms.reject(edition, decision), "access.partner.done.rejected");
  }

  /** Makes a secret and shows it, on the page that answers this click and never again. */
  public String issue() {
    return step(
        () -> {
          String secret = credentials.issue(id, until, overlap);
          FacesContext.getCurrentInstance()
              .getExternalContext()
              .getRequestMap()
              .put(SECRET, secret);
          afresh();
          return null;
        },
        "access.partner.done.issued");
  }

  /** Ends a secret at once. */
  public String endSecret(String secret) {
    return step(PAGE + id, () -> credentials.endSecret(id, secret), "access.partner.done.ended");
  }

  /** Registers the certificate of the file, or of the field. */
  public String register() {
    return step(
        PAGE + id,
        () -> credentials.register(id, certificate(), certificateUntil, certificateOverlap),
        "access.partner.done.certified");
  }

  private String certificate() {
    if (file == null || file.getSize() == 0) {
      return pem;
    }
    try (InputStream content = file.getInputStream()) {
      return new String(content.readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends a certificate at once. */
  public String endCertificate(String certificate) {
    return step(
        PAGE + id, () -> credentials.endCertificate(id, certificate), "access.partner.done.ended");
  }

  /** To begin with what is known of it. */
  public OrganisationForm getOrganisation() {
    if (organisation == null) {
      organisation = OrganisationForm.over(getCard().organisation());
    }
    return organisation;
  }

  /** To begin with the terms in force. */
  public TermsForm getProposal() {
    if (proposal == null) {
      proposal = TermsForm.over(getInForce());
    }
    return proposal;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public String getDecision() {
    return decision;
  }

  public void setDecision(String decision) {
    this.decision = decision;
  }

  /** Last day of a new secret; to begin with a year from today. */
  public LocalDate getUntil() {
    return until == null ? time.today().plusYears(1) : until;
  }

  public void setUntil(LocalDate until) {
    this.until = until;
  }

  public Integer getOverlap() {
    return overlap;
  }

  public void setOverlap(Integer overlap) {
    this.overlap = overlap;
  }

  /** Last day of a new certificate; to begin with a year from today. */
  public LocalDate getCertificateUntil() {
    return certificateUntil == null ? time.today().plusYears(1) : certificateUntil;
  }

  public void setCertificateUntil(LocalDate certificateUntil) {
    this.certificateUntil = certificateUntil;
  }

  public Integer getCertificateOverlap() {
    return certificateOverlap;
  }

  public void setCertificateOverlap(Integer certificateOverlap) {
    this.certificateOverlap = certificateOverlap;
  }

  public String getPem() {
    return pem;
  }

  public void setPem(String pem) {
    this.pem = pem;
  }

  public Part getFile() {
    return file;
  }

  public void setFile(Part file) {
    this.file = file;
  }
}
