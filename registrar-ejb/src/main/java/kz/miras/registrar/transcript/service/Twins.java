package kz.miras.registrar.transcript.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import kz.miras.registrar.achievement.service.StudyRules;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.Messages;
import kz.miras.registrar.shared.service.PublicAddress;
import kz.miras.registrar.shared.service.Settings;
import kz.miras.registrar.shared.service.SettingsOfDay;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.Students;
import kz.miras.registrar.transcript.DocumentKind;
import kz.miras.registrar.transcript.TranscriptPart;
import kz.miras.registrar.transcript.TranscriptView;
import kz.miras.registrar.transcript.service.DocumentMaker.Stamp;
import kz.miras.registrar.transcript.service.DocumentMaker.Twin;
import kz.miras.registrar.transcript.twin.ElmoWriter;
import kz.miras.registrar.transcript.twin.TwinContents;
import kz.miras.registrar.transcript.twin.TwinContents.Identifier;
import kz.miras.registrar.transcript.twin.TwinContents.Issuer;
import kz.miras.registrar.transcript.twin.TwinContents.Learner;
import kz.miras.registrar.transcript.twin.TwinContents.Paper;
import kz.miras.registrar.transcript.twin.TwinContents.Part;
import kz.miras.registrar.transcript.twin.TwinContents.Scheme;
import kz.miras.registrar.transcript.twin.TwinContents.Supplement;
import kz.miras.registrar.transcript.twin.TwinStudies;

/** DOC-60. What documents of record say, for programs; callers have checked whose it is. */
@Stateless
@PermitAll
public class Twins {

  /** Names the files lie under within a document. */
  public static final String ELMO = "elmo.xml";

  public static final String RECORD = "record.json";

  /** Setting: whether the file says the IIN. */
  private static final String OPEN_IIN = "twins.iin";

  @Inject private Students students;
  @Inject private ProgrammesOfStudent programmes;
  @Inject private ReferenceGroups groups;
  @Inject private StudyRules rules;
  @Inject private Settings settings;
  @Inject private PublicAddress address;
  @Inject private UniversityTime time;

  /**
   * The twins of a document of a student's results.
   *
   * @param supplement sections of the European supplement; null where the document is none
   */
  public List<Twin> of(
      DocumentKind kind, long studentId, TranscriptView view, Stamp stamp, Supplement supplement) {
    TwinContents contents = contents(kind, studentId, view, stamp, supplement);
    return List.of(
        new Twin(
            ELMO, "application/xml", ElmoWriter.write(contents), "The same results as ELMO 1.7"),
        record(contents, "The same results as JSON, " + TwinContents.FORMAT));
  }

  /** The twin that is what was stored with a document. */
  public static Twin record(Serializable stored, String description) {
    return new Twin(
        RECORD,
        "application/json",
        Json.write(stored).getBytes(StandardCharsets.UTF_8),
        description);
  }

  /** The record both are written from. */
  public TwinContents contents(
      DocumentKind kind, long studentId, TranscriptView view, Stamp stamp, Supplement supplement) {
    LocalDate day = stamp.date();
    Student student = students.byId(studentId).orElseThrow();
    TwinContents.Study study =
        TwinStudies.of(
            view.holder(),
            view.studied(),
            view.record(),
            new TwinStudies.Beside(
                rules.on(view.holder().level(), day).inForce().hoursPerCredit(),
                groups.terms().stream().map(Twins::term).toList(),
                groups.shares(programmes.stated(student, view), view.record(), day),
                part(view)));
    SettingsOfDay set = settings.of(day, "code", OPEN_IIN, PublicAddress.SETTING);
    return new TwinContents(
        TwinContents.FORMAT,
        LocalDateTime.ofInstant(time.now(), time.zone()).truncatedTo(ChronoUnit.SECONDS),
        new Paper(kind.code(), kind.name(), stamp.number(), stamp.code(), stamp.url()),
        learner(student, Boolean.parseBoolean(set.text(OPEN_IIN, "false"))),
        new Issuer(
            "KZ",
            List.of(new Identifier("local", set.text("code", "miras"))),
            view.university(),
            address.of(set)),
        day,
        List.of(supplement == null ? study : study.with(supplement)),
        List.of(scheme("kz-letter"), scheme("kz-gpa")),
        List.of());
  }

  private static Part part(TranscriptView view) {
    TranscriptPart part = view.chosen();
    return part.isWhole()
        ? null
        : new Part(
            part.from(),
            part.to(),
            part.programme(),
            LocalizedText.of(
                said(Language.KK, view), said(Language.RU, view), said(Language.EN, view)));
  }

  /** A part in words, as the page of the document has it. */
  private static String said(Language language, TranscriptView view) {
    TranscriptView.Part part = view.part();
    List<String> said = new ArrayList<>();
    if (part.programme() != null) {
      TranscriptView.Studied of = part.programme();
      said.add(
          Messages.text(language, "transcript.programme.only")
              + ": "
              + of.code()
              + " "
              + of.name().in(language));
    }
    if (view.chosen().isOfYears()) {
      said.add(Messages.text(language, "transcript.period") + ": " + view.chosen().span());
    }
    return String.join("; ", said);
  }

  /** The IIN is in the file only where the university wants it: whoever has the file reads it. */
  private static Learner learner(Student student, boolean open) {
    List<Identifier> identifiers = new ArrayList<>();
    if (open && student.getIin() != null) {
      identifiers.add(new Identifier("nationalIdentifier", student.getIin()));
    }
    identifiers.add(new Identifier("studentNumber", student.getStudentNo()));
    return new Learner(
        student.getCitizenship(),
        identifiers,
        student.getLastNameLatin(),
        student.getFirstNameLatin(),
        student.getBirthDate(),
        student.getSex().name(),
        LocalizedText.of(student.kazakhName(), student.fullName(), student.latinName()));
  }

  private static TwinContents.Term term(Term term) {
    String year = term.getAcademicYear().label();
    return new TwinContents.Term(
        year,
        term.getType().name(),
        LocalizedText.of(
            named(Language.KK, term, year),
            named(Language.RU, term, year),
            named(Language.EN, term, year)),
        term.getStartsOn(),
        term.getEndsOn());
  }

  private static String named(Language language, Term term, String year) {
    return year + ", " + Messages.text(language, term.getType().key());
  }

  private static Scheme scheme(String id) {
    String key = "transcript.twin." + id;
    return new Scheme(id, Messages.localized(key));
  }
}
