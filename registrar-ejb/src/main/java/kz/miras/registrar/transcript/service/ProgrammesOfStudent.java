package kz.miras.registrar.transcript.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import kz.miras.registrar.curriculum.Programme;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.Orders;
import kz.miras.registrar.transcript.StudiedProgrammes;
import kz.miras.registrar.transcript.TranscriptView;

/** DOC-13. The programmes a student has been in; callers have checked whose they are. */
@ApplicationScoped
public class ProgrammesOfStudent {

  @Inject private Orders orders;

  /** All of them. */
  public StudiedProgrammes of(Student student) {
    return StudiedProgrammes.of(student.standing(), orders.changes(student.getId()));
  }

  /** The one a transcript is of: that of its part, otherwise the present one. */
  Programme stated(Student student, TranscriptView view) {
    return view.part() == null || view.part().programme() == null
        ? student.getProgramme()
        : of(student).named(view.part().programme().code()).orElseThrow();
  }
}
