package kz.miras.registrar.access.web.subsystem;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import kz.miras.registrar.access.subsystem.ApiScope;
import kz.miras.registrar.access.subsystem.SubsystemSound.Description;

/** A subsystem as it is typed. */
public class SubsystemForm implements Serializable {

  private static final long serialVersionUID = 1L;

  private String nameKk;
  private String nameRu;
  private String nameEn;
  private String contactName;
  private String contactEmail;
  private List<ApiScope> scopes = new ArrayList<>();

  static SubsystemForm over(Description known) {
    SubsystemForm form = new SubsystemForm();
    form.nameKk = known.nameKk();
    form.nameRu = known.nameRu();
    form.nameEn = known.nameEn();
    form.contactName = known.contactName();
    form.contactEmail = known.contactEmail();
    form.scopes = new ArrayList<>(known.scopes());
    return form;
  }

  Description typed() {
    EnumSet<ApiScope> chosen = EnumSet.noneOf(ApiScope.class);
    chosen.addAll(scopes);
    return new Description(nameKk, nameRu, nameEn, contactName, contactEmail, chosen);
  }

  /** All scopes there are. */
  public List<ApiScope> getAllScopes() {
    return List.of(ApiScope.values());
  }

  public String getNameKk() {
    return nameKk;
  }

  public void setNameKk(String nameKk) {
    this.nameKk = nameKk;
  }

  public String getNameRu() {
    return nameRu;
  }

  public void setNameRu(String nameRu) {
    this.nameRu = nameRu;
  }

  public String getNameEn() {
    return nameEn;
  }

  public void setNameEn(String nameEn) {
    this.nameEn = nameEn;
  }

  public String getContactName() {
    return contactName;
  }

  public void setContactName(String contactName) {
    this.contactName = contactName;
  }

  public String getContactEmail() {
    return contactEmail;
  }

  public void setContactEmail(String contactEmail) {
    this.contactEmail = contactEmail;
  }

  public List<ApiScope> getScopes() {
    return scopes;
  }

  public void setScopes(List<ApiScope> scopes) {
    this.scopes = scopes;
  }
}
