package kz.miras.registrar.student.web;

import java.io.Serializable;
import java.time.LocalDate;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.service.Checks;
import kz.miras.registrar.student.Funding;
import kz.miras.registrar.student.OrderGround;
import kz.miras.registrar.student.OrderKind;
import kz.miras.registrar.student.StudyForm;
import kz.miras.registrar.student.service.OrderDesk;

/** An order as it is being typed. */
public class OrderTyped implements Serializable {

  private static final long serialVersionUID = 1L;

  private String number;
  private int paragraph = 1;
  private LocalDate signedOn;
  private LocalDate effectiveOn;
  private OrderKind kind = OrderKind.LEAVE;
  private OrderGround ground;
  private String title;
  private String corrects;
  private String students;
  private String group;
  private String curriculum;
  private String toGroup;
  private Integer courseYear;
  private StudyForm form;
  private Language language;
  private Funding funding;
  private LocalDate until;
  private String partner;
  private boolean warningsSeen;

  /**
   * The order as the desk takes it.
   *
   * @param wording of the order where none is typed
   */
  OrderDesk.Entry entry(String wording) {
    String[] plan = curriculum == null ? new String[0] : curriculum.strip().split(" +");
    boolean year = plan.length == 2 && plan[1].matches("\\d{4}");
    return new OrderDesk.Entry(
        number,
        paragraph,
        signedOn,
        effectiveOn,
        kind,
        ground,
        title == null ? wording : title,
        corrects,
        new OrderDesk.Terms(
            plan.length == 0 || plan[0].isEmpty() ? null : plan[0],
            year ? Integer.valueOf(plan[1]) : null,
            toGroup,
            courseYear,
            form == null ? null : form.name(),
            language == null ? null : language.tag(),
            funding == null ? null : funding.name(),
            until,
            partner),
        numbers(students));
  }

  private static java.util.List<String> numbers(String pasted) {
    return Checks.words(pasted).stream().distinct().toList();
  }

  /** Adds numbers to those typed already. */
  void add(java.util.List<String> more) {
    String joined = (students == null ? "" : students + "\n") + String.join(" ", more);
    this.students = String.join(" ", numbers(joined));
  }

  /** Forgets what an order of this kind does not say. */
  void forget(java.util.Set<String> kept) {
    curriculum = kept.contains("to_programme") ? curriculum : null;
    toGroup = kept.contains("to_group") ? toGroup : null;
    courseYear = kept.contains("to_course_year") ? courseYear : null;
    form = kept.contains("to_study_form") ? form : null;
    language = kept.contains("to_study_language") ? language : null;
    funding = kept.contains("to_funding") ? funding : null;
    until = kept.contains("until_on") ? until : null;
    partner = kept.contains("partner") ? partner : null;
    ground = ground == null || !ground.fits(kind) ? null : ground;
  }

  public String getNumber() {
    return number;
  }

  public void setNumber(String number) {
    this.number = number;
  }

  public int getParagraph() {
    return paragraph;
  }

  public void setParagraph(int paragraph) {
    this.paragraph = paragraph;
  }

  public LocalDate getSignedOn() {
    return signedOn;
  }

  public void setSignedOn(LocalDate signedOn) {
    this.signedOn = signedOn;
  }

  public LocalDate getEffectiveOn() {
    return effectiveOn;
  }

  public void setEffectiveOn(LocalDate effectiveOn) {
    this.effectiveOn = effectiveOn;
  }

  public OrderKind getKind() {
    return kind;
  }

  public void setKind(OrderKind kind) {
    this.kind = kind;
  }

  public OrderGround getGround() {
    return ground;
  }

  public void setGround(OrderGround ground) {
    this.ground = ground;
  }

  public String getTitle() {
    return title;
  }

  public void setTitle(String title) {
    this.title = title;
  }

  public String getCorrects() {
    return corrects;
  }

  public void setCorrects(String corrects) {
    this.corrects = corrects;
  }

  public String getStudents() {
    return students;
  }

  public void setStudents(String students) {
    this.students = students;
  }

  public String getGroup() {
    return group;
  }

  public void setGroup(String group) {
    this.group = group;
  }

  public String getCurriculum() {
    return curriculum;
  }

  public void setCurriculum(String curriculum) {
    this.curriculum = curriculum;
  }

  public String getToGroup() {
    return toGroup;
  }

  public void setToGroup(String toGroup) {
    this.toGroup = toGroup;
  }

  public Integer getCourseYear() {
    return courseYear;
  }

  public void setCourseYear(Integer courseYear) {
    this.courseYear = courseYear;
  }

  public StudyForm getForm() {
    return form;
  }

  public void setForm(StudyForm form) {
    this.form = form;
  }

  public Language getLanguage() {
    return language;
  }

  public void setLanguage(Language language) {
    this.language = language;
  }

  public Funding getFunding() {
    return funding;
  }

  public void setFunding(Funding funding) {
    this.funding = funding;
  }

  public LocalDate getUntil() {
    return until;
  }

  public void setUntil(LocalDate until) {
    this.until = until;
  }

  public String getPartner() {
    return partner;
  }

  public void setPartner(String partner) {
    this.partner = partner;
  }

  public boolean isWarningsSeen() {
    return warningsSeen;
  }

  public void setWarningsSeen(boolean warningsSeen) {
    this.warningsSeen = warningsSeen;
  }
}
