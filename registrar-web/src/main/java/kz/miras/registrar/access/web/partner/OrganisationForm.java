package kz.miras.registrar.access.web.partner;

import java.io.Serializable;
import kz.miras.registrar.access.partner.PartnerSound.Organisation;

/** An organisation as it is typed. */
public class OrganisationForm implements Serializable {

  private static final long serialVersionUID = 1L;

  private String bin;
  private String nameKk;
  private String nameRu;
  private String nameEn;
  private String contactName;
  private String contactEmail;
  private String contactPhone;

  static OrganisationForm over(Organisation known) {
    OrganisationForm form = new OrganisationForm();
    form.bin = known.bin();
    form.nameKk = known.nameKk();
    form.nameRu = known.nameRu();
    form.nameEn = known.nameEn();
    form.contactName = known.contactName();
    form.contactEmail = known.contactEmail();
    form.contactPhone = known.contactPhone();
    return form;
  }

  Organisation typed() {
    return new Organisation(bin, nameKk, nameRu, nameEn, contactName, contactEmail, contactPhone);
  }

  public String getBin() {
    return bin;
  }

  public void setBin(String bin) {
    this.bin = bin;
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

  public String getContactPhone() {
    return contactPhone;
  }

  public void setContactPhone(String contactPhone) {
    this.contactPhone = contactPhone;
  }
}
