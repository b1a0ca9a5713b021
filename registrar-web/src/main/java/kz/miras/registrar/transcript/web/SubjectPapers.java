package kz.miras.registrar.transcript.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.frame.web.OnceKey;
import kz.miras.registrar.frame.web.StepForm;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.PublicId;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.transcript.SubjectKind;
import kz.miras.registrar.transcript.service.subject.GroupSubject;
import kz.miras.registrar.transcript.service.subject.SubjectDesk;
import kz.miras.registrar.transcript.service.subject.SubjectView;

/** The documents of record about the sheet, group or protocol of a page. */
@Named("papers")
@ViewScoped
public class SubjectPapers extends StepForm {

  private static final long serialVersionUID = 1L;

  @Inject private SubjectDesk desk;
  @Inject private Notice notice;
  @Inject private OnceKey once;

  private String kind;
  private List<String> languages = new ArrayList<>(List.of("kk", "ru"));
  private String purpose;
  private transient SubjectView view;

  /**
   * The documents.
   *
   * @param subject name of a {@link SubjectKind}
   * @param about its public id; of a group {@code group|term}
   */
  public SubjectView of(String subject, String about) {
    if (view == null) {
      view = desk.view(SubjectKind.valueOf(subject), id(about), details(about));
    }
    return view;
  }

  private static Optional<String[]> group(String about) {
    int at = about.lastIndexOf('|');
    return at < 0
        ? Optional.empty()
        : Optional.of(new String[] {about.substring(0, at), about.substring(at + 1)});
  }

  private static UUID id(String about) {
    return group(about)
        .map(parts -> GroupSubject.id(parts[0], parts[1]))
        .orElseGet(
            () ->
                PublicId.parse(about)
                    .orElseThrow(() -> new RegistrarException.NotFound("document-subject", about)));
  }

  private static Map<String, String> details(String about) {
    return group(about)
        .map(parts -> Map.of(GroupSubject.GROUP, parts[0], GroupSubject.TERM, parts[1]))
        .orElse(Map.of());
  }

  /** Why none is prepared now, as a sentence. */
  public String text(Refusal refusal) {
    return notice.text(refusal);
  }

  /** Prepares one and goes to it. */
  public String prepare(String subject, String about) {
    List<Language> chosen =
        Arrays.stream(Language.values())
            .filter(language -> languages.contains(language.tag()))
            .toList();
    String code =
        of(subject, about).open().stream()
            .map(SubjectView.Offer::code)
            .filter(one -> kind == null || one.equals(kind))
            .findFirst()
            .orElse(subject);
    return step(
        () ->
            "/transcript/document.xhtml?faces-redirect=true&id="
                + desk.prepare(
                    SubjectKind.valueOf(subject),
                    id(about),
                    details(about),
                    new SubjectDesk.Asked(code, chosen, 1, purpose),
                    once.getKey()),
        "transcript.subject.done");
  }

  @Override
  protected void afresh() {
    view = null;
  }

  public String getKind() {
    return kind;
  }

  public void setKind(String kind) {
    this.kind = kind;
  }

  public List<String> getLanguages() {
    return languages;
  }

  public void setLanguages(List<String> languages) {
    this.languages = languages;
  }

  public String getPurpose() {
    return purpose;
  }

  public void setPurpose(String purpose) {
    this.purpose = purpose;
  }
}
