package kz.miras.registrar.attestation.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import kz.miras.registrar.attestation.entry.MarkDifference;
import kz.miras.registrar.attestation.service.entry.SheetFileDesk;
import kz.miras.registrar.attestation.service.entry.SheetFileDesk.Findings;
import kz.miras.registrar.shared.Language;

/** A mark sheet by file. */
@Named("sheetFile")
@ViewScoped
public class SheetByFile extends ByFile {

  private static final long serialVersionUID = 1L;

  @Inject private SheetFileDesk desk;
  @Inject private SheetScreen page;

  @Override
  byte[] workbook(String sheet, Language language) {
    return desk.workbook(sheet, language);
  }

  @Override
  Findings look(String sheet, byte[] content) {
    return desk.check(sheet, content);
  }

  @Override
  List<MarkDifference> keep(String sheet, String name, List<MarkDifference> wanted) {
    return desk.store(sheet, name, wanted);
  }

  @Override
  void anew() {
    page.anew();
  }

  @Override
  String number() {
    return page.getGrid().number();
  }

  @Override
  public String heading(String column) {
    String key = page.getGrid().form().isSingleScore() ? "single" : column;
    return words().get("attestation.col." + key);
  }
}
