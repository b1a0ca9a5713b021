package kz.miras.registrar.attestation.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import kz.miras.registrar.attestation.service.SheetFormation;

/** Forms the sheet of one group from the page of its discipline. */
@Named("forming")
@RequestScoped
public class SheetForming {

  @Inject private SheetFormation formation;

  /** Forms the sheet of a group and goes to it. */
  public String sheet(long section) {
    return "/attestation/sheet.xhtml?faces-redirect=true&id=" + formation.form(section);
  }
}
