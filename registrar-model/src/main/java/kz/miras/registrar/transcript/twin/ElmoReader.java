package kz.miras.registrar.transcript.twin;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.transcript.twin.TwinContents.Attached;
import kz.miras.registrar.transcript.twin.TwinContents.Course;
import kz.miras.registrar.transcript.twin.TwinContents.Identifier;
import kz.miras.registrar.transcript.twin.TwinContents.Issuer;
import kz.miras.registrar.transcript.twin.TwinContents.Learner;
import kz.miras.registrar.transcript.twin.TwinContents.Mark;
import kz.miras.registrar.transcript.twin.TwinContents.Paper;
import kz.miras.registrar.transcript.twin.TwinContents.Part;
import kz.miras.registrar.transcript.twin.TwinContents.Scheme;
import kz.miras.registrar.transcript.twin.TwinContents.Section;
import kz.miras.registrar.transcript.twin.TwinContents.Share;
import kz.miras.registrar.transcript.twin.TwinContents.Study;
import kz.miras.registrar.transcript.twin.TwinContents.Supplement;
import kz.miras.registrar.transcript.twin.TwinContents.Term;

/**
 * DOC-60. Reads ELMO 1.7 into a record: what {@link ElmoWriter} wrote comes back the same; of files
 * made elsewhere comes what ELMO itself says, with the rest empty.
 */
public final class ElmoReader {

  private ElmoReader() {}

  /**
   * The record of a file.
   *
   * @throws RegistrarException.Refused where it is no ELMO or something in it cannot be read
   *     (DOC-62)
   */
  public static TwinContents read(byte[] file) {
    try {
      return contents(ElmoElement.parse(file));
    } catch (ElmoProblem problem) {
      throw new RegistrarException.Refused(problem.verdict().refusals());
    } catch (DateTimeParseException | IllegalArgumentException | ArithmeticException e) {
      ElmoProblem problem =
          new ElmoProblem("transcript.twin.value", String.valueOf(e.getMessage()));
      throw new RegistrarException.Refused(problem.verdict().refusals());
    }
  }

  private static TwinContents contents(ElmoElement elmo) {
    ElmoElement report = elmo.one("report");
    Optional<ElmoElement> beside = elmo.first("extension");
    return new TwinContents(
        own(beside, "format").orElse(TwinContents.FORMAT),
        moment(elmo.text("generatedDate")),
        paper(beside),
        learner(elmo.one("learner"), beside),
        issuer(report.one("issuer"), beside),
        moment(report.text("issueDate")).toLocalDate(),
        report.all("learningOpportunitySpecification").stream().map(ElmoReader::study).toList(),
        report.all("gradingScheme").stream()
            .map(it -> new Scheme(it.attribute("localId"), it.languages("description")))
            .toList(),
        report.all("attachment").stream().map(ElmoReader::attachment).toList());
  }

  private static Paper paper(Optional<ElmoElement> beside) {
    return own(beside, "documentKind")
        .map(
            kind ->
                new Paper(
                    kind,
                    beside.orElseThrow().ownLanguages("documentTitle"),
                    own(beside, "documentNumber").orElse(null),
                    own(beside, "verificationCode").orElse(null),
                    own(beside, "verificationUrl").orElse(null)))
        .orElse(null);
  }

  private static Learner learner(ElmoElement learner, Optional<ElmoElement> beside) {
    String family = learner.text("familyName");
    String given = learner.text("givenNames");
    String whole = family + " " + given;
    LocalizedText names = beside.map(it -> it.ownLanguages("fullName")).orElse(null);
    return new Learner(
        own(beside, "citizenship").or(() -> learner.optional("citizenship")).orElse(null),
        identifiers(learner),
        family,
        given,
        learner.optional("bday").map(ElmoReader::day).orElse(null),
        learner.optional("gender").map(ElmoReader::sex).orElse(null),
        names == null ? LocalizedText.of(whole, whole, whole) : names);
  }

  /** ISO 5218: 1 and 2; 0 and 9 say nothing. */
  private static String sex(String code) {
    return switch (code) {
      case "1" -> "MALE";
      case "2" -> "FEMALE";
      default -> null;
    };
  }

  private static List<Identifier> identifiers(ElmoElement element) {
    return element.all("identifier").stream()
        .map(it -> new Identifier(it.attribute("type"), it.text()))
        .toList();
  }

  private static Issuer issuer(ElmoElement issuer, Optional<ElmoElement> beside) {
    return new Issuer(
        own(beside, "issuerCountry").or(() -> issuer.optional("country")).orElse(null),
        identifiers(issuer),
        issuer.languages("title"),
        issuer.text("url"));
  }

  private static Study study(ElmoElement specification) {
    ElmoElement instance = specification.one("specifies").one("learningOpportunityInstance");
    Optional<ElmoElement> beside = instance.first("extension");
    return new Study(
        code(specification),
        specification.languages("title"),
        instance
            .first("level")
            .flatMap(it -> it.optional("value"))
            .map(Integer::parseInt)
            .orElse(0),
        instance.optional("languageOfInstruction").orElse(null),
        number(own(beside, "admissionYear")),
        own(beside, "status").orElse(null),
        credits(instance),
        number(own(beside, "creditsAdditional")),
        instance
            .optional("gradingSchemeLocalId")
            .filter(ElmoNames.AVERAGE::equals)
            .map(it -> new BigDecimal(instance.text("resultLabel")))
            .orElse(null),
        own(beside, "gpaPoints").map(BigDecimal::new).orElse(null),
        number(own(beside, "gpaCredits")),
        specification.all("hasPart").stream()
            .map(part -> course(part.one("learningOpportunitySpecification")))
            .toList(),
        instance.first("diplomaSupplement").map(ElmoReader::supplement).orElse(null),
        part(specification, beside));
  }

  /** Only what is ours says that it is of a part; a description made elsewhere says anything. */
  private static Part part(ElmoElement specification, Optional<ElmoElement> beside) {
    String from = own(beside, "partFrom").orElse(null);
    String to = own(beside, "partTo").orElse(null);
    String programme = own(beside, "partProgramme").orElse(null);
    return from == null && to == null && programme == null
        ? null
        : new Part(from, to, programme, specification.languages("description"));
  }

  private static Course course(ElmoElement specification) {
    ElmoElement instance = specification.one("specifies").one("learningOpportunityInstance");
    Optional<ElmoElement> own = instance.first("extension");
    String sign = instance.optional("resultLabel").orElse(null);
    return new Course(
        code(specification),
        specification.languages("title"),
        term(instance, own),
        own(own, "credits").map(Integer::parseInt).orElseGet(() -> credits(instance)),
        number(instance.optional("engagementHours")),
        own(own, "cycle").orElse(null),
        own(own, "component").orElse(null),
        new Mark(
            sign,
            own(own, "percent").map(Integer::valueOf).orElse(null),
            own(own, "digital").map(BigDecimal::new).orElse(null),
            own(own, "traditional").orElse(null),
            ElmoNames.outcome(instance.optional("status").orElse(""))),
        own(own, "kind").orElse(null),
        number(own(own, "attempt")),
        instance.optional("date").map(ElmoReader::day).orElse(null),
        own(own, "counts").map(Boolean::parseBoolean).orElse(true),
        own(own, "reason").orElse(null),
        flag(own, "inGpa"),
        flag(own, "additional"),
        flag(own, "finalAttestation"),
        own(own, "basis").orElse(null),
        instance.first("resultDistribution").stream()
            .flatMap(it -> it.all("category").stream())
            .map(it -> new Share(it.attribute("label"), Integer.parseInt(it.attribute("count"))))
            .toList());
  }

  private static Term term(ElmoElement instance, Optional<ElmoElement> own) {
    Optional<ElmoElement> known = instance.first("academicTerm");
    LocalizedText name =
        known
            .map(it -> it.languages("title"))
            .orElseGet(() -> own.map(it -> it.ownLanguages("termName")).orElse(null));
    return new Term(
        own(own, "year").orElse(null),
        own(own, "term").orElse(null),
        name,
        known.map(it -> day(it.text("start"))).orElse(null),
        known.map(it -> day(it.text("end"))).orElse(null));
  }

  private static Supplement supplement(ElmoElement element) {
    return new Supplement(
        element.language(),
        day(element.text("issueDate")),
        element.text("introduction"),
        element.all("section").stream().map(ElmoReader::section).toList());
  }

  private static Section section(ElmoElement element) {
    return new Section(
        element.attribute("number"),
        element.text("title"),
        element.optional("content").orElse(null),
        element.all("section").stream().map(ElmoReader::section).toList());
  }

  private static Attached attachment(ElmoElement element) {
    String data = element.text("content");
    int comma = data.indexOf(";base64,");
    if (!data.startsWith("data:") || comma < 0) {
      throw new IllegalArgumentException("attachment/content");
    }
    return new Attached(
        element.optional("type").orElse(null),
        element.languages("title"),
        data.substring("data:".length(), comma),
        Base64.getMimeDecoder().decode(data.substring(comma + ";base64,".length())));
  }

  private static String code(ElmoElement specification) {
    return specification.first("identifier").map(ElmoElement::text).orElse(null);
  }

  private static int credits(ElmoElement instance) {
    return instance.all("credit").stream()
        .filter(it -> ElmoNames.CREDITS.equalsIgnoreCase(it.text("scheme")))
        .findFirst()
        .flatMap(it -> it.optional("value"))
        .map(ElmoReader::whole)
        .orElse(0);
  }

  private static Optional<String> own(Optional<ElmoElement> extension, String name) {
    return extension.flatMap(it -> it.own(name));
  }

  private static boolean flag(Optional<ElmoElement> extension, String name) {
    return own(extension, name).map(Boolean::parseBoolean).orElse(false);
  }

  private static int number(Optional<String> text) {
    return text.map(ElmoReader::whole).orElse(0);
  }

  /** Elsewhere there are halves: what is whole in them is there, and no more is claimed. */
  private static int whole(String figure) {
    return new BigDecimal(figure).setScale(0, RoundingMode.DOWN).intValueExact();
  }

  /** A moment, with an offset or without, as it stands. */
  private static LocalDateTime moment(String text) {
    return LocalDateTime.parse(text.replaceFirst("(Z|[+-]\\d\\d:\\d\\d)$", ""));
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text.replaceFirst("(Z|[+-]\\d\\d:\\d\\d)$", ""));
  }
}
