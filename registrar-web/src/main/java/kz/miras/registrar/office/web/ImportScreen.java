package kz.miras.registrar.office.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.frame.web.Download;
import kz.miras.registrar.frame.web.LanguageChoice;
import kz.miras.registrar.office.service.ImportDesk;
import kz.miras.registrar.office.service.ImportDesk.Finding;
import kz.miras.registrar.office.service.ImportStore.Run;

/** Bringing a list in by file: choose, check, look, store. */
@Named("importing")
@ViewScoped
public class ImportScreen implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private ImportDesk desk;
  @Inject private LanguageChoice language;

  private String list;
  private String id;
  private transient Part file;

  /** Sends the empty table of the chosen list. */
  public void template() throws IOException {
    Download.attachment(
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        list + ".xlsx",
        desk.template(list, language.getLanguage()));
  }

  /** Begins the dry run and shows its page. */
  public String check() throws IOException {
    if (file == null) {
      return null;
    }
    try (InputStream in = file.getInputStream()) {
      UUID run = desk.upload(list, file.getSubmittedFileName(), in.readAllBytes());
      return "/office/import.xhtml?faces-redirect=true&id=" + run;
    }
  }

  public String store(boolean goodOnly) {
    desk.apply(UUID.fromString(id), goodOnly);
    return "/office/import.xhtml?faces-redirect=true&id=" + id;
  }

  public String giveUp() {
    desk.reject(UUID.fromString(id));
    return "/office/import.xhtml?faces-redirect=true";
  }

  public Run getRun() {
    return id == null ? null : desk.run(uuid()).orElse(null);
  }

  private UUID uuid() {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw new kz.miras.registrar.shared.RegistrarException.NotFound("import", id);
    }
  }

  public List<Finding> getFindings() {
    return desk.findings(uuid(), language.getLanguage());
  }

  public List<Run> getLatest() {
    return desk.latest();
  }

  public List<String> getLists() {
    return desk.lists();
  }

  public int getPercent() {
    Run run = getRun();
    return run == null || run.total() == 0 ? 0 : (int) (100L * run.done() / run.total());
  }

  public String getList() {
    return list;
  }

  public void setList(String list) {
    this.list = list;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id;
  }

  public Part getFile() {
    return file;
  }

  public void setFile(Part file) {
    this.file = file;
  }
}
