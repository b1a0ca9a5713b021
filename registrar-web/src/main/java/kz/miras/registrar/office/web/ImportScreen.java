package kz.miras.registrar.office.web;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.frame.web.Download;
import kz.miras.registrar.frame.web.KeptAddress;
import kz.miras.registrar.frame.web.LanguageChoice;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.office.service.ImportApprovalStore;
import kz.miras.registrar.office.service.ImportApprovals;
import kz.miras.registrar.office.service.ImportDesk;
import kz.miras.registrar.office.service.ImportDesk.Finding;
import kz.miras.registrar.office.service.ImportRun;
import kz.miras.registrar.office.service.ImportTemplate;
import kz.miras.registrar.shared.PublicId;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;

/** Bringing a list in by file: choose, check, look, store. */
@Named("importing")
@ViewScoped
public class ImportScreen implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private ImportDesk desk;
  @Inject private ImportApprovals approvals;
  @Inject private LanguageChoice language;
  @Inject private Notice notice;

  private String list;
  private String id = KeptAddress.parameter("id");
  private transient Part file;
  private transient ImportRun run;
  private transient ImportApprovals.Contents contents;
  private transient ImportApprovalStore.Course course;
  private String note;
  private List<String> problems = List.of();

  /** Sends the empty table of the chosen list. */
  public void template() throws IOException {
    Download.xlsx(list, desk.template(list, language.getLanguage()));
  }

  /** Sends the headings of the chosen list as a CSV that spreadsheets open in any locale. */
  public void csvTemplate() throws IOException {
    Download.attachment(
        "text/csv; charset=UTF-8", list + ".csv", desk.csvTemplate(list, language.getLanguage()));
  }

  /** What the columns of the chosen list hold. */
  public List<ImportTemplate.Column> getColumns() {
    List<String> mine = desk.lists();
    String chosen = mine.contains(list) || mine.isEmpty() ? list : mine.get(0);
    return chosen == null ? List.of() : desk.columns(chosen, language.getLanguage());
  }

  /** Begins the dry run and shows its page; what is wrong with the file stands beside it. */
  public String check() throws IOException {
    if (file == null) {
      String empty = emptyFile();
      problems =
          List.of(
              notice.text(
                  empty == null
                      ? Refusal.of("office.import.no-file", "DAT-1")
                      : Refusal.of("office.import.empty", "DAT-1", empty)));
      return null;
    }
    try (InputStream in = file.getInputStream()) {
      UUID begun =
          desk.upload(list, file.getSubmittedFileName(), in.readAllBytes(), language.getLanguage());
      return "/office/import.xhtml?faces-redirect=true&id=" + begun;
    } catch (RegistrarException.Refused refused) {
      problems = refused.refusals().stream().map(notice::text).toList();
      return null;
    }
  }

  /** Name of the file sent without a single byte, which Faces takes for none; null for none. */
  private static String emptyFile() throws IOException {
    HttpServletRequest request =
        (HttpServletRequest) FacesContext.getCurrentInstance().getExternalContext().getRequest();
    try {
      return request.getParts().stream()
          .map(Part::getSubmittedFileName)
          .filter(name -> name != null && !name.isEmpty())
          .findFirst()
          .orElse(null);
    } catch (ServletException e) {
      throw new IOException(e);
    }
  }

  /** What is wrong with the file as a whole. */
  public List<String> getProblems() {
    return problems;
  }

  public String store(boolean goodOnly) {
    run = null;
    desk.apply(uuid(), goodOnly);
    return page();
  }

  /** Sends it to be approved by somebody else. */
  public String submit(boolean goodOnly) {
    run = null;
    approvals.submit(uuid(), goodOnly);
    return page();
  }

  public String approve() {
    return decide(true);
  }

  public String refuse() {
    return decide(false);
  }

  private String decide(boolean approved) {
    try {
      approvals.decide(uuid(), approved, note);
      run = null;
      return page();
    } catch (RegistrarException.Refused refused) {
      problems = refused.refusals().stream().map(notice::text).toList();
      return null;
    }
  }

  private String page() {
    return "/office/import.xhtml?faces-redirect=true&id=" + id;
  }

  /** Who submitted it and who decided, read once for a page. */
  public ImportApprovalStore.Course getCourse() {
    if (course == null) {
      course = approvals.course(uuid());
    }
    return course;
  }

  public boolean isToDecide() {
    return approvals.mayDecide(uuid());
  }

  /** What it would store, read once for a page. */
  public ImportApprovals.Contents getContents() {
    if (contents == null) {
      contents = approvals.contents(uuid(), language.getLanguage());
    }
    return contents;
  }

  /** Whether it broke off with a part of its rows stored. */
  public boolean isResumable() {
    return desk.mayGoOn(getRun());
  }

  /** Key of what is said of an import that broke off and can go on. */
  public String getBreakOff() {
    boolean defect = getRun().incident() != null;
    return desk.isInSteps(getRun())
        ? defect ? "office.import.broke-off-defect" : "office.import.broke-off"
        : defect ? "office.import.undone-defect" : "office.import.undone";
  }

  public String goOn() {
    run = null;
    desk.goOn(uuid());
    return page();
  }

  public String giveUp() {
    run = null;
    desk.reject(uuid());
    return "/office/import.xhtml?faces-redirect=true";
  }

  /** Read once for a page: its parts would contradict each other while the work goes on. */
  public ImportRun getRun() {
    if (run == null && id != null) {
      run = desk.run(uuid()).orElseThrow(() -> new RegistrarException.NotFound("import", id));
    }
    return run;
  }

  private UUID uuid() {
    return PublicId.parse(id).orElseThrow(() -> new RegistrarException.NotFound("import", id));
  }

  public List<Finding> getFindings() {
    return desk.findings(uuid(), language.getLanguage());
  }

  public List<ImportRun> getLatest() {
    return desk.latest();
  }

  public List<String> getLists() {
    return desk.lists();
  }

  public int getPercent() {
    ImportRun shown = getRun();
    return shown == null || shown.total() == 0 ? 0 : (int) (100L * shown.done() / shown.total());
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

  public String getNote() {
    return note;
  }

  public void setNote(String note) {
    this.note = note;
  }

  public Part getFile() {
    return file;
  }

  public void setFile(Part file) {
    this.file = file;
  }
}
