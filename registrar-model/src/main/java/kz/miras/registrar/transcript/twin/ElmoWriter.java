package kz.miras.registrar.transcript.twin;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.List;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.transcript.twin.TwinContents.Attached;
import kz.miras.registrar.transcript.twin.TwinContents.Course;
import kz.miras.registrar.transcript.twin.TwinContents.Identifier;
import kz.miras.registrar.transcript.twin.TwinContents.Issuer;
import kz.miras.registrar.transcript.twin.TwinContents.Learner;
import kz.miras.registrar.transcript.twin.TwinContents.Outcome;
import kz.miras.registrar.transcript.twin.TwinContents.Paper;
import kz.miras.registrar.transcript.twin.TwinContents.Scheme;
import kz.miras.registrar.transcript.twin.TwinContents.Section;
import kz.miras.registrar.transcript.twin.TwinContents.Share;
import kz.miras.registrar.transcript.twin.TwinContents.Study;
import kz.miras.registrar.transcript.twin.TwinContents.Supplement;
import kz.miras.registrar.transcript.twin.TwinContents.Term;

/**
 * DOC-60. Writes a record as ELMO 1.7 (EMREX): one specification for each programme, its attempts
 * as parts. What ELMO has no place for stands in its extensions, in a namespace of our own, so that
 * {@link ElmoReader} brings back the same record and everybody else may leave it.
 */
public final class ElmoWriter {

  private final ElmoOutput out;

  private ElmoWriter(ElmoOutput out) {
    this.out = out;
  }

  /** The record as UTF-8. */
  public static byte[] write(TwinContents contents) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ElmoOutput out = ElmoOutput.to(bytes);
    new ElmoWriter(out).elmo(contents);
    out.end();
    return bytes.toByteArray();
  }

  private void elmo(TwinContents contents) {
    out.moment("generatedDate", contents.generated());
    out.within("learner", () -> learner(contents.learner()));
    out.within("report", () -> report(contents));
    out.extension(() -> beside(contents));
  }

  private void learner(Learner learner) {
    String country = learner.citizenship();
    if (ElmoCountries.knows(country)) {
      out.text("citizenship", country);
    }
    identifiers(learner.identifiers());
    out.text("givenNames", learner.givenNames());
    out.text("familyName", learner.familyName());
    out.optional("bday", learner.birthDate());
    if (learner.sex() != null) {
      out.text("gender", learner.sex().equals("MALE") ? "1" : "2");
    }
  }

  private void identifiers(List<Identifier> identifiers) {
    for (Identifier each : identifiers) {
      out.text("identifier", "type", each.type(), each.value());
    }
  }

  private void report(TwinContents contents) {
    out.within("issuer", () -> issuer(contents.issuer()));
    for (Study study : contents.studies()) {
      out.within("learningOpportunitySpecification", () -> study(study));
    }
    out.moment("issueDate", contents.issued().atStartOfDay());
    for (Scheme scheme : contents.schemes()) {
      out.within(
          "gradingScheme",
          "localId",
          scheme.id(),
          () -> languages("description", scheme.description()));
    }
    for (Attached file : contents.attachments()) {
      out.within("attachment", () -> attachment(file));
    }
  }

  private void issuer(Issuer issuer) {
    if (ElmoCountries.knows(issuer.country())) {
      out.text("country", issuer.country());
    }
    identifiers(issuer.identifiers());
    languages("title", issuer.name());
    out.text("url", issuer.url());
  }

  private void study(Study study) {
    out.text("identifier", "type", ElmoNames.CODE, study.code());
    languages("title", study.name());
    out.text("type", ElmoNames.PROGRAMME);
    if (study.part() != null) {
      languages("description", study.part().said());
    }
    out.within(
        "specifies",
        () -> out.within("learningOpportunityInstance", () -> programmeInstance(study)));
    for (Course course : study.courses()) {
      out.within(
          "hasPart", () -> out.within("learningOpportunitySpecification", () -> course(course)));
    }
  }

  private void programmeInstance(Study study) {
    if (study.gpa() != null) {
      out.text("gradingSchemeLocalId", ElmoNames.AVERAGE);
      out.text("resultLabel", study.gpa().toPlainString());
    }
    credit(study.credits());
    out.within(
        "level",
        () -> {
          out.text("type", ElmoNames.FRAMEWORK);
          out.text("value", study.nqfLevel());
        });
    out.text("languageOfInstruction", study.language());
    out.extension(
        () -> {
          out.own("admissionYear", study.admissionYear());
          out.own("status", study.status());
          out.own("creditsAdditional", study.creditsAdditional());
          out.own(
              "gpaPoints", study.gpaPoints() == null ? null : study.gpaPoints().toPlainString());
          out.own("gpaCredits", study.gpaCredits());
          if (study.part() != null) {
            out.own("partFrom", study.part().from());
            out.own("partTo", study.part().to());
            out.own("partProgramme", study.part().programme());
          }
        });
    if (study.supplement() != null) {
      Supplement supplement = study.supplement();
      out.within(
          "diplomaSupplement", "xml:lang", supplement.language(), () -> supplement(supplement));
    }
  }

  private void course(Course course) {
    out.text("identifier", "type", ElmoNames.CODE, course.code());
    languages("title", course.name());
    out.text("type", ElmoNames.COURSE);
    out.within("specifies", () -> out.within("learningOpportunityInstance", () -> attempt(course)));
  }

  private void attempt(Course course) {
    Term term = course.term();
    Outcome outcome = course.mark().outcome();
    out.optional("date", course.date());
    if (term.start() != null && term.end() != null) {
      out.within(
          "academicTerm",
          () -> {
            languages("title", term.name());
            out.text("start", term.start());
            out.text("end", term.end());
          });
    }
    ElmoNames.status(outcome).ifPresent(status -> out.text("status", status));
    out.text("gradingSchemeLocalId", ElmoNames.LETTERS);
    out.text("resultLabel", course.mark().sign());
    if (!course.distribution().isEmpty()) {
      out.within("resultDistribution", () -> course.distribution().forEach(this::share));
    }
    // DOC-61: one attempt of a discipline earns its credits, whoever adds up
    if (course.counts() && outcome == Outcome.PASSED) {
      credit(course.credits());
    }
    out.text("engagementHours", course.hours());
    out.extension(() -> ofAttempt(course));
  }

  private void share(Share share) {
    out.empty("category", List.of("label", share.sign(), "count", String.valueOf(share.count())));
  }

  private void ofAttempt(Course course) {
    out.own("year", course.term().year());
    out.own("term", course.term().type());
    if (course.term().start() == null || course.term().end() == null) {
      ownLanguages("termName", course.term().name());
    }
    out.own("credits", course.credits());
    out.own("percent", course.mark().percent());
    out.own(
        "digital",
        course.mark().digital() == null ? null : course.mark().digital().toPlainString());
    out.own("traditional", course.mark().traditional());
    out.own("cycle", course.cycle());
    out.own("component", course.component());
    out.own("kind", course.kind());
    out.own("attempt", course.attempt());
    out.own("counts", course.counts());
    out.own("reason", course.reason());
    out.own("inGpa", course.inGpa());
    out.own("additional", course.additional());
    out.own("finalAttestation", course.finalAttestation());
    out.own("basis", course.basis());
  }

  private void credit(int credits) {
    out.within(
        "credit",
        () -> {
          out.text("scheme", ElmoNames.CREDITS);
          out.text("value", credits);
        });
  }

  private void supplement(Supplement supplement) {
    out.text("version", "2018");
    out.text("issueDate", supplement.issued());
    out.text("introduction", supplement.introduction());
    supplement.sections().forEach(this::section);
  }

  private void section(Section section) {
    out.within(
        "section",
        "number",
        section.number(),
        () -> {
          out.text("title", section.title());
          if (section.content() != null) {
            out.text("content", "type", "text/plain", section.content());
          }
          section.parts().forEach(this::section);
        });
  }

  private void attachment(Attached file) {
    languages("title", file.title());
    out.text("type", file.kind());
    out.text(
        "content",
        "data:"
            + file.mediaType()
            + ";base64,"
            + Base64.getEncoder().encodeToString(file.content()));
  }

  private void beside(TwinContents contents) {
    out.own("format", contents.format());
    ownLanguages("fullName", contents.learner().fullName());
    out.own("citizenship", contents.learner().citizenship());
    out.own("issuerCountry", contents.issuer().country());
    Paper paper = contents.paper();
    if (paper != null) {
      out.own("documentKind", paper.kind());
      ownLanguages("documentTitle", paper.title());
      out.own("documentNumber", paper.number());
      out.own("verificationCode", paper.code());
      out.own("verificationUrl", paper.url());
    }
  }

  private void languages(String name, LocalizedText text) {
    out.text(name, "xml:lang", "kk", text.getKk());
    out.text(name, "xml:lang", "ru", text.getRu());
    out.text(name, "xml:lang", "en", text.getEn());
  }

  private void ownLanguages(String name, LocalizedText text) {
    out.own(name, "kk", text.getKk());
    out.own(name, "ru", text.getRu());
    out.own(name, "en", text.getEn());
  }
}
