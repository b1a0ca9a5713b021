package kz.miras.registrar.transcript.web;

import java.io.Serializable;
import java.time.LocalDate;
import kz.miras.registrar.transcript.DocumentReceiver;

/** Another person who comes instead of the student, as typed in a form. */
public class DocumentReceiverFields implements Serializable {

  private static final long serialVersionUID = 1L;

  private String name;
  private String number;
  private LocalDate day;

  /** Who was seen, by this identity document. */
  DocumentReceiver receiver(String identity) {
    return new DocumentReceiver(identity, name, number, day);
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
