package kz.miras.registrar.achievement.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import kz.miras.registrar.achievement.service.FollowingSheets;
import kz.miras.registrar.achievement.service.FollowingSheets.Needs;
import kz.miras.registrar.attestation.SheetKind;

/** The buttons that form the sheet of a retake or an individual sitting. */
@Named("following")
@RequestScoped
public class FollowingForming {

  @Inject private FollowingSheets sheets;

  private Needs needs;

  /** How many students of a closed sheet still wait for one. */
  public Needs needs(String sheet) {
    if (needs == null) {
      needs = sheets.needs(sheet);
    }
    return needs;
  }

  /** Forms it and goes to it. */
  public String form(String sheet, String kind) {
    return "/attestation/sheet.xhtml?faces-redirect=true&id="
        + sheets.form(sheet, SheetKind.valueOf(kind));
  }
}
