package kz.miras.registrar.attestation.web;

import jakarta.inject.Inject;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import kz.miras.registrar.attestation.entry.MarkDifference;
import kz.miras.registrar.attestation.service.entry.SheetFileDesk.Findings;
import kz.miras.registrar.frame.web.Download;
import kz.miras.registrar.frame.web.LanguageChoice;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.frame.web.Words;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;

/** A sheet filled away from the screen: taken, brought back, looked at, stored. */
public abstract class ByFile implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private LanguageChoice language;
  @Inject private Words words;
  @Inject private Notice notice;

  private transient Part file;
  private String name = "";
  private Findings findings;
  private boolean stored;
  private List<String> problems = List.of();

  abstract byte[] workbook(String sheet, Language language);

  abstract Findings look(String sheet, byte[] content);

  abstract List<MarkDifference> keep(String sheet, String name, List<MarkDifference> wanted);

  /** The page it stands on, which is read anew once something is stored. */
  abstract void anew();

  abstract String number();

  /** The heading of a column. */
  public abstract String heading(String column);

  Words words() {
    return words;
  }

  /** Sends the workbook of a sheet. */
  public void download(String sheet) throws IOException {
    Download.xlsx(number(), workbook(sheet, language.getLanguage()));
  }

  /** Shows what the chosen file would change; what is wrong with the file stands beside it. */
  public void check(String sheet) throws IOException {
    findings = null;
    stored = false;
    if (file == null) {
      problems = List.of(notice.text(Refusal.of("attestation.file.none", "SHT-19")));
      return;
    }
    try (InputStream in = file.getInputStream()) {
      name = file.getSubmittedFileName();
      findings = look(sheet, in.readAllBytes());
      problems = List.of();
    } catch (RegistrarException.Refused refused) {
      problems = refused.refusals().stream().map(notice::text).toList();
    }
  }

  /** Stores what can be stored and tells what became of each cell. */
  public void store(String sheet) {
    try {
      Iterator<MarkDifference> told = keep(sheet, name, findings.storable()).iterator();
      List<MarkDifference> all =
          findings.differences().stream().map(one -> one.isStorable() ? told.next() : one).toList();
      findings = new Findings(all, List.of());
      stored = true;
      anew();
      int done = findings.storable().size();
      notice.say("attestation.file.stored", done, all.size() - done);
    } catch (RegistrarException.Refused refused) {
      problems = refused.refusals().stream().map(notice::text).toList();
    }
  }

  /** Whether something was brought, so that it is shown. */
  public boolean isUsed() {
    return findings != null || !problems.isEmpty();
  }

  /** What the file and the sheet differ in; null where none was brought. */
  public Findings getFindings() {
    return findings;
  }

  /** Whether {@link #getFindings} tells what was stored, not what would be. */
  public boolean isStored() {
    return stored;
  }

  public String getAbsent() {
    return String.join(", ", findings.absent());
  }

  /** What is wrong with the file as a whole. */
  public List<String> getProblems() {
    return problems;
  }

  public Part getFile() {
    return file;
  }

  public void setFile(Part file) {
    this.file = file;
  }
}
