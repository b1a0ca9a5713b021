package kz.miras.registrar.transcript.web;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.LocalDate;
import kz.miras.registrar.frame.web.Words;
import kz.miras.registrar.transcript.DocumentReceiver;

/**
 * DOC-48. Who stands at the counter, as typed in a form: the identity document that was looked at,
 * and another person who comes instead of the student. Shown by {@code receiver.xhtml}.
 */
@Dependent
public class DocumentReceiverFields implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject private Words words;

  private String identity;
  private String name;
  private String number;
  private LocalDate day;

  /** Who was seen. */
  DocumentReceiver receiver() {
    return new DocumentReceiver(getIdentity(), name, number, day);
  }

  /** What is looked at most of the time, until something else is typed. */
  public String getIdentity() {
    return identity == null ? words.get("transcript.receiver.id-card") : identity;
  }

  /** What is emptied is asked for again; only a field nobody touched tells what is usual. */
  public void setIdentity(String identity) {
    this.identity = identity == null ? "" : identity;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getNumber() {
    return number;
  }

  public void setNumber(String number) {
    this.number = number;
  }

  public LocalDate getDay() {
    return day;
  }

  public void setDay(LocalDate day) {
    this.day = day;
  }
}
