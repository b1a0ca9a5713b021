package kz.miras.registrar.registration.web;

import jakarta.enterprise.context.Dependent;
import java.io.Serializable;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.RequestKind;

/** A request for a decision as it is typed. */
@Dependent
public class RequestTyped implements Serializable {

  private static final long serialVersionUID = 1L;

  private RequestKind kind;
  private String student;
  private String offering;
  private Long section;
  private Long stream;
  private Long enrolment;
  private EnrolmentType type = EnrolmentType.MAIN;
  private String rule;
  private String reason;
  private String explanation;
  private String document;

  public RequestKind getKind() {
    return kind;
  }

  public void setKind(RequestKind kind) {
    this.kind = kind;
  }

  public String getStudent() {
    return student;
  }

  public void setStudent(String student) {
    this.student = student;
  }

  public String getOffering() {
    return offering;
  }

  public void setOffering(String offering) {
    this.offering = offering;
  }

  public Long getSection() {
    return section;
  }

  public void setSection(Long section) {
    this.section = section;
  }

  public Long getStream() {
    return stream;
  }

  public void setStream(Long stream) {
    this.stream = stream;
  }

  public Long getEnrolment() {
    return enrolment;
  }

  public void setEnrolment(Long enrolment) {
    this.enrolment = enrolment;
  }

  public EnrolmentType getType() {
    return type;
  }

  public void setType(EnrolmentType type) {
    this.type = type;
  }

  public String getRule() {
    return rule;
  }

  public void setRule(String rule) {
    this.rule = rule;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }

  public String getExplanation() {
    return explanation;
  }

  public void setExplanation(String explanation) {
    this.explanation = explanation;
  }

  public String getDocument() {
    return document;
  }

  public void setDocument(String document) {
    this.document = document;
  }
}
