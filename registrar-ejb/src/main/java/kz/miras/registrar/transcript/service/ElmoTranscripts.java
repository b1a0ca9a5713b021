package kz.miras.registrar.transcript.service;

import static kz.miras.registrar.transcript.twin.TwinContents.Outcome.PASSED;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import kz.miras.registrar.achievement.recognition.PartnerTranscript;
import kz.miras.registrar.achievement.service.recognition.PartnerTranscripts;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.transcript.twin.ElmoReader;
import kz.miras.registrar.transcript.twin.TwinContents;

/** DOC-60, REC-9. Records of other universities as ELMO, the format of EMREX. */
@ApplicationScoped
class ElmoTranscripts implements PartnerTranscripts {

  @Override
  public PartnerTranscript read(byte[] file) {
    TwinContents elmo = contents(file);
    TwinContents.Learner learner = elmo.learner();
    return new PartnerTranscript(
        elmo.issuer().name(),
        elmo.paper() == null ? null : elmo.paper().number(),
        elmo.issued(),
        learner.familyName() + " " + learner.givenNames(),
        learner.birthDate(),
        elmo.studies().stream()
            .flatMap(study -> study.courses().stream())
            .filter(course -> course.counts() && course.mark().outcome() == PASSED)
            .map(ElmoTranscripts::course)
            .toList());
  }

  /** What is wrong with the file is told beside the field it is chosen in. */
  private static TwinContents contents(byte[] file) {
    try {
      return ElmoReader.read(file);
    } catch (RegistrarException.Refused refused) {
      List<Refusal> beside = refused.refusals().stream().map(one -> one.at("elmo")).toList();
      throw new RegistrarException.Refused(beside);
    }
  }

  private static PartnerTranscript.Course course(TwinContents.Course course) {
    return new PartnerTranscript.Course(
        course.code(),
        course.name(),
        course.credits(),
        course.mark().sign(),
        course.mark().percent());
  }
}
