package kz.miras.registrar.achievement.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.achievement.recognition.PartnerTranscript;
import kz.miras.registrar.achievement.recognition.RecognitionKind;
import kz.miras.registrar.achievement.recognition.RecognitionWish;
import kz.miras.registrar.achievement.service.recognition.PartnerTranscriptDesk;
import kz.miras.registrar.achievement.service.recognition.RecognitionDesk;
import kz.miras.registrar.achievement.service.recognition.RecognitionView;
import kz.miras.registrar.frame.web.KeptAddress;
import kz.miras.registrar.frame.web.LanguageChoice;
import kz.miras.registrar.frame.web.Notice;
import kz.miras.registrar.shared.RegistrarException;

/** Asking on a student's card for the recognition of credits from elsewhere. */
@Named("recognise")
@ViewScoped
public class RecognitionAsking implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private RecognitionDesk desk;
  @Inject private PartnerTranscriptDesk partners;
  @Inject private Notice notice;
  @Inject private LanguageChoice language;

  private String student = KeptAddress.parameter("student");
  private String discipline;
  private RecognitionKind kind = RecognitionKind.TRANSFER_IN;
  private String source;
  private Integer credits;
  private String letter;
  private Integer percent;
  private String documentNo;
  private LocalDate documentDate;
  private String organisation;
  private String orderNo;
  private LocalDate orderDate;
  private Map<String, String> problems = Map.of();
  private transient Part file;
  private PartnerTranscript partner;
  private transient List<RecognitionView.Choice> disciplines;
  private transient RecognitionDesk.Whose whose;

  /** Whose credits they are. */
  public RecognitionDesk.Whose getWhose() {
    if (whose == null) {
      whose = desk.whose(student);
    }
    return whose;
  }

  /** Disciplines of the plan that are not passed. */
  public List<RecognitionView.Choice> getDisciplines() {
    if (disciplines == null) {
      disciplines = desk.disciplines(student).stream().filter(one -> !one.passed()).toList();
    }
    return disciplines;
  }

  public RecognitionKind[] getKinds() {
    return RecognitionKind.values();
  }

  /** Reads what another university tells of the student; what is refused stands beside the file. */
  public void read() {
    try {
      partner = partners.read(student, content());
      problems = Map.of();
    } catch (RegistrarException.Refused refused) {
      partner = null;
      problems = notice.show(refused);
    }
  }

  private byte[] content() {
    if (file == null) {
      return new byte[0];
    }
    try (InputStream content = file.getInputStream()) {
      return content.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Fills the form with a course that was read, and with the document it stands in. */
  public void take(PartnerTranscript.Course course) {
    source = course.name().in(language.getLanguage());
    credits = course.credits() == 0 ? null : course.credits();
    letter = course.letter();
    percent = course.percent();
    organisation = partner.organisation().in(language.getLanguage());
    documentNo = partner.number() == null ? documentNo : partner.number();
    documentDate = partner.issued();
    kind = RecognitionKind.MOBILITY;
  }

  /** What was read; null before. */
  public PartnerTranscript getPartner() {
    return partner;
  }

  public Part getFile() {
    return file;
  }

  public void setFile(Part file) {
    this.file = file;
  }

  /** Sends the request and goes to it; what is refused stays as it was typed. */
  public String ask() {
    try {
      return "/achievement/recognition.xhtml?faces-redirect=true&id="
          + desk.request(
              student,
              discipline,
              new RecognitionWish(
                  kind,
                  source,
                  credits,
                  letter,
                  percent,
                  documentNo,
                  documentDate,
                  organisation,
                  orderNo,
                  orderDate));
    } catch (RegistrarException.Refused refused) {
      problems = notice.show(refused);
      return null;
    }
  }

  public Map<String, String> getProblems() {
    return problems;
  }

  public String getStudent() {
    return student;
  }

  public void setStudent(String student) {
    this.student = student;
  }

  public String getDiscipline() {
    return discipline;
  }

  public void setDiscipline(String discipline) {
    this.discipline = discipline;
  }

  public RecognitionKind getKind() {
    return kind;
  }

  public void setKind(RecognitionKind kind) {
    this.kind = kind;
  }

  public String getSource() {
    return source;
  }

  public void setSource(String source) {
    this.source = source;
  }

  public Integer getCredits() {
    return credits;
  }

  public void setCredits(Integer credits) {
    this.credits = credits;
  }

  public String getLetter() {
    return letter;
  }

  public void setLetter(String letter) {
    this.letter = letter;
  }

  public Integer getPercent() {
    return percent;
  }

  public void setPercent(Integer percent) {
    this.percent = percent;
  }

  public String getDocumentNo() {
    return documentNo;
  }

  public void setDocumentNo(String documentNo) {
    this.documentNo = documentNo;
  }

  public LocalDate getDocumentDate() {
    return documentDate;
  }

  public void setDocumentDate(LocalDate documentDate) {
    this.documentDate = documentDate;
  }

  public String getOrganisation() {
    return organisation;
  }

  public void setOrganisation(String organisation) {
    this.organisation = organisation;
  }

  public String getOrderNo() {
    return orderNo;
  }

  public void setOrderNo(String orderNo) {
    this.orderNo = orderNo;
  }

  public LocalDate getOrderDate() {
    return orderDate;
  }

  public void setOrderDate(LocalDate orderDate) {
    this.orderDate = orderDate;
  }
}
