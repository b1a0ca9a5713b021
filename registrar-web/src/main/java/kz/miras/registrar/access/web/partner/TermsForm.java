package kz.miras.registrar.access.web.partner;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import kz.miras.registrar.access.partner.AddressRange;
import kz.miras.registrar.access.partner.DataGroup;
import kz.miras.registrar.access.partner.PartnerOperations;
import kz.miras.registrar.access.partner.PartnerProof;
import kz.miras.registrar.access.partner.PartnerTerms;
import kz.miras.registrar.access.partner.SignatureDemand;
import kz.miras.registrar.access.service.partner.TermsDesk.Typed;

/** Terms as they are typed; to begin with those in force. */
public class TermsForm implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int USUAL_A_MINUTE = 60;
  private static final int USUAL_A_DAY = 5_000;

  private String basis;
  private List<String> operations = new ArrayList<>();
  private List<DataGroup> groups = new ArrayList<>();
  private String addresses;
  private String purposes;
  private Integer perMinute = USUAL_A_MINUTE;
  private Integer perDay = USUAL_A_DAY;
  private PartnerProof proof = PartnerProof.PASSWORD;
  private SignatureDemand signature = SignatureDemand.OPTIONAL;
  private boolean signedAnswers;
  private String endpoint;

  /**
   * The form over terms.
   *
   * @param terms in force; null where there are none yet
   */
  static TermsForm over(PartnerTerms terms) {
    TermsForm form = new TermsForm();
    if (terms != null) {
      form.operations =
          PartnerOperations.all().stream().filter(terms.operations()::contains).toList();
      form.groups = terms.groups().stream().sorted().toList();
      form.addresses =
          terms.addresses().stream().map(AddressRange::text).collect(Collectors.joining(" "));
      form.purposes = terms.purposes().stream().sorted().collect(Collectors.joining(" "));
      form.perMinute = terms.perMinute();
      form.perDay = terms.perDay();
      form.proof = terms.proof();
      form.signature = terms.signature();
      form.signedAnswers = terms.signedAnswers();
      form.endpoint = terms.endpoint();
    }
    return form;
  }

  Typed typed() {
    EnumSet<DataGroup> chosen = EnumSet.noneOf(DataGroup.class);
    chosen.addAll(groups);
    return new Typed(
        basis,
        new HashSet<>(operations),
        chosen,
        addresses,
        purposes,
        perMinute,
        perDay,
        proof,
        signature,
        signedAnswers,
        endpoint);
  }

  public List<String> getAllOperations() {
    return PartnerOperations.all();
  }

  public DataGroup[] getAllGroups() {
    return DataGroup.values();
  }

  public PartnerProof[] getAllProofs() {
    return PartnerProof.values();
  }

  public SignatureDemand[] getAllSignatures() {
    return SignatureDemand.values();
  }

  public String getBasis() {
    return basis;
  }

  public void setBasis(String basis) {
    this.basis = basis;
  }

  public List<String> getOperations() {
    return operations;
  }

  public void setOperations(List<String> operations) {
    this.operations = operations;
  }

  public List<DataGroup> getGroups() {
    return groups;
  }

  public void setGroups(List<DataGroup> groups) {
    this.groups = groups;
  }

  public String getAddresses() {
    return addresses;
  }

  public void setAddresses(String addresses) {
    this.addresses = addresses;
  }

  public String getPurposes() {
    return purposes;
  }

  public void setPurposes(String purposes) {
    this.purposes = purposes;
  }

  public Integer getPerMinute() {
    return perMinute;
  }

  public void setPerMinute(Integer perMinute) {
    this.perMinute = perMinute;
  }

  public Integer getPerDay() {
    return perDay;
  }

  public void setPerDay(Integer perDay) {
    this.perDay = perDay;
  }

  public PartnerProof getProof() {
    return proof;
  }

  public void setProof(PartnerProof proof) {
    this.proof = proof;
  }

  public SignatureDemand getSignature() {
    return signature;
  }

  public void setSignature(SignatureDemand signature) {
    this.signature = signature;
  }

  public boolean isSignedAnswers() {
    return signedAnswers;
  }

  public void setSignedAnswers(boolean signedAnswers) {
    this.signedAnswers = signedAnswers;
  }

  public String getEndpoint() {
    return endpoint;
  }

  public void setEndpoint(String endpoint) {
    this.endpoint = endpoint;
  }
}
