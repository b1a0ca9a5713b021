package kz.miras.registrar.transcript.twin;

import static kz.miras.registrar.transcript.twin.SampleTwins.PLAIN;
import static kz.miras.registrar.transcript.twin.SampleTwins.line;
import static kz.miras.registrar.transcript.twin.SampleTwins.record;
import static kz.miras.registrar.transcript.twin.SampleTwins.study;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import kz.miras.registrar.achievement.ResultKind;
import kz.miras.registrar.achievement.StudyRecord;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.student.StudentStatus;
import kz.miras.registrar.transcript.twin.TwinContents.Course;
import kz.miras.registrar.transcript.twin.TwinContents.Identifier;
import kz.miras.registrar.transcript.twin.TwinContents.Learner;
import kz.miras.registrar.transcript.twin.TwinContents.Outcome;
import kz.miras.registrar.transcript.twin.TwinContents.Section;
import kz.miras.registrar.transcript.twin.TwinContents.Supplement;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;

/** Twins of students who are hard to put into any form, by the schemas they are described with. */
class ElmoTest {

  private static final StudyRecord EVERYTHING =
      record(
          line(1, "A", ResultKind.MAIN, true),
          line(2, "FX", ResultKind.MAIN, false),
          line(2, "C+", ResultKind.FX, true),
          line(3, "F", ResultKind.MAIN, true),
          line(4, "TR", ResultKind.RECOGNISED, true),
          line(5, "A-", ResultKind.RECOGNISED, true),
          line(6, "B", ResultKind.MAIN, false),
          line(7, "I", ResultKind.MAIN, false),
          line(8, "W", ResultKind.MAIN, false),
          line(9, "P", ResultKind.PRACTICE, true),
          line(10, "A", ResultKind.FINAL_ATTESTATION, true),
          line(11, "C", ResultKind.ADDITIONAL, true));

  static Stream<Arguments> students() {
    Learner foreigner =
        new Learner(
            "SS",
            List.of(new Identifier("studentNumber", "26-0007")),
            "Nguyễn-D’Arcy",
            "",
            LocalDate.of(2000, 2, 29),
            null,
            LocalizedText.of("阮", "Нгуен", "Nguyễn-D’Arcy"));
    Learner threeScripts =
        new Learner(
            "KZ",
            List.of(),
            "Ómirbek",
            "Qýanysh \u0000\u000b𝒜",
            null,
            "MALE",
            LocalizedText.of("Өмірбек Қуаныш", "Омирбек Куаныш", "Ómirbek Qýanysh"));
    return Stream.of(
        Arguments.of(
            "all kinds",
            SampleTwins.of(PLAIN, study("6B06101", StudentStatus.STUDYING, EVERYTHING))),
        Arguments.of(
            "none at all",
            SampleTwins.of(PLAIN, study("6B06101", StudentStatus.EXPELLED, record()))),
        Arguments.of(
            "200 disciplines",
            SampleTwins.of(
                PLAIN,
                study(
                    "6B06101",
                    StudentStatus.GRADUATED,
                    record(
                        LongStream.rangeClosed(1, 200)
                            .mapToObj(at -> line(at, "B+", ResultKind.MAIN, true))
                            .toList())))),
        Arguments.of(
            "two programmes",
            SampleTwins.of(
                PLAIN,
                study("6B06101", StudentStatus.EXPELLED, EVERYTHING),
                study(
                    "6B04101",
                    StudentStatus.STUDYING,
                    record(line(1, "A", ResultKind.MAIN, true))))),
        Arguments.of(
            "foreigner without IIN",
            SampleTwins.of(foreigner, study("6B06101", StudentStatus.ON_LEAVE, EVERYTHING))),
        Arguments.of(
            "three scripts",
            SampleTwins.of(threeScripts, study("6B06101", StudentStatus.STUDYING, EVERYTHING))),
        Arguments.of("no programme", SampleTwins.of(PLAIN)),
        Arguments.of(
            "results of one programme and of some years",
            SampleTwins.of(
                PLAIN,
                study(
                    "6B04101",
                    StudentStatus.STUDYING,
                    record(line(1, "A", ResultKind.MAIN, true)),
                    new TwinContents.Part(
                        "2024/2025", null, "6B04101", LocalizedText.of("Б", "Ч", "Part"))))),
        Arguments.of(
            "with the file",
            SampleTwins.of(PLAIN, study("6B06101", StudentStatus.STUDYING, EVERYTHING))
                .with(List.of(SampleTwins.file()))),
        Arguments.of(
            "with the European supplement",
            SampleTwins.of(
                PLAIN, study("6B06101", StudentStatus.GRADUATED, EVERYTHING).with(supplement()))));
  }

  private static Supplement supplement() {
    List<Section> sections = new ArrayList<>();
    for (int i = 1; i <= 8; i++) {
      sections.add(
          new Section(
              String.valueOf(i),
              "Section " + i,
              null,
              List.of(new Section(i + ".1", "Part", "Said < & said", List.of()))));
    }
    return new Supplement("en", LocalDate.of(2026, 7, 1), "This supplement follows …", sections);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("students")
  @DisplayName("DOC-60 what is written fits its schema, and read again it is the same")
  void roundTrip(String who, TwinContents contents) throws Exception {
    byte[] xml = ElmoWriter.write(contents);
    schema().newValidator().validate(new StreamSource(new ByteArrayInputStream(xml)));
    assertThat(who).isNotBlank();
    TwinContents read = ElmoReader.read(xml);
    if (contents.learner().givenNames().contains("\u0000")) {
      assertThat(read.learner().givenNames()).isEqualTo("Qýanysh 𝒜");
    } else {
      assertThat(read).isEqualTo(contents);
    }
    // a second way is no longer: what was read is written the same, byte for byte
    assertThat(ElmoWriter.write(read)).isEqualTo(xml);
  }

  @Test
  @DisplayName("DOC-61 whoever adds up credits of what is passed gets the credits earned")
  void creditsAddUp() {
    String xml =
        new String(
            ElmoWriter.write(
                SampleTwins.of(PLAIN, study("6B06101", StudentStatus.STUDYING, EVERYTHING))),
            StandardCharsets.UTF_8);
    int sum =
        Arrays.stream(xml.split("<hasPart>"))
            .skip(1)
            .filter(part -> part.contains("<status>passed</status>"))
            .filter(part -> part.contains("<r:additional>false"))
            .mapToInt(part -> part.contains("<value>5</value>") ? 5 : 0)
            .sum();
    assertThat(sum).isEqualTo(EVERYTHING.earned()).isEqualTo(30);
    Study first = new Study(xml);
    assertThat(first.status("ZZ3")).isEqualTo("failed");
    assertThat(first.status("ZZ7")).isEqualTo("in-progress");
    assertThat(first.status("ZZ8")).isNull();
  }

  /** The statuses a file tells. */
  private record Study(String xml) {
    String status(String code) {
      TwinContents read = ElmoReader.read(xml.getBytes(StandardCharsets.UTF_8));
      Course course =
          read.studies().get(0).courses().stream()
              .filter(it -> it.code().equals(code))
              .findFirst()
              .orElseThrow();
      Outcome outcome = course.mark().outcome();
      return outcome == Outcome.NONE ? null : ElmoNames.status(outcome).orElseThrow();
    }
  }

  @Test
  @DisplayName("DOC-60 ELMO made elsewhere is read as far as it says, without what is ours")
  void madeElsewhere() {
    TwinContents read =
        ElmoReader.read(
            """
            <elmo xmlns="https://github.com/emrex-eu/elmo-schemas/tree/v1">
             <generatedDate>2026-03-05T10:00:00+02:00</generatedDate>
             <learner><givenNames>Ana</givenNames><familyName>Nowak</familyName></learner>
             <report>
              <issuer><country>PL</country><identifier type="schac">uni.lodz.pl</identifier>
               <title xml:lang="pl">Uniwersytet Łódzki</title><title xml:lang="en">University of Lodz</title>
               <url>https://example.pl</url></issuer>
              <learningOpportunitySpecification>
               <title xml:lang="en">Mobility</title>
               <specifies><learningOpportunityInstance/></specifies>
               <hasPart><learningOpportunitySpecification>
                <identifier type="local">LOG1</identifier><title xml:lang="en">Logic</title>
                <specifies><learningOpportunityInstance><status>passed</status>
                 <resultLabel>5.0</resultLabel><credit><scheme>ects</scheme><value>6.5</value></credit>
                </learningOpportunityInstance></specifies>
               </learningOpportunitySpecification></hasPart>
              </learningOpportunitySpecification>
              <issueDate>2026-03-05T00:00:00</issueDate>
             </report>
            </elmo>
            """
                .getBytes(StandardCharsets.UTF_8));
    assertThat(read.paper()).isNull();
    assertThat(read.issuer().name().getEn()).isEqualTo("University of Lodz");
    assertThat(read.issuer().name().getKk()).isEqualTo("Uniwersytet Łódzki");
    Course logic = read.studies().get(0).courses().get(0);
    assertThat(logic.credits()).as("of six and a half").isEqualTo(6);
    assertThat(logic.mark().sign()).isEqualTo("5.0");
    assertThat(logic.mark().outcome()).isEqualTo(Outcome.PASSED);
    assertThat(logic.counts()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no XML",
        "<elmo xmlns='https://github.com/emrex-eu/elmo-schemas/tree/v1'>",
        "<other/>",
        "<!DOCTYPE elmo SYSTEM 'http://127.0.0.1:9/elmo.dtd'><elmo/>",
        "<!DOCTYPE elmo [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
            + "<elmo xmlns='https://github.com/emrex-eu/elmo-schemas/tree/v1'>&x;</elmo>",
        "<!DOCTYPE e [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]><elmo>&b;</elmo>",
        "<elmo xmlns='https://github.com/emrex-eu/elmo-schemas/tree/v1'><learner/></elmo>",
        "<elmo xmlns='https://github.com/emrex-eu/elmo-schemas/tree/v1'><report/></elmo>"
      })
  @DisplayName("DOC-62 what is no ELMO, or asks to fetch or expand something, is refused")
  void refused(String file) {
    assertThatExceptionOfType(RegistrarException.Refused.class)
        .isThrownBy(() -> ElmoReader.read(file.getBytes(StandardCharsets.UTF_8)))
        .satisfies(
            refused ->
                assertThat(refused.refusals()).extracting(Refusal::rule).containsOnly("DOC-62"));
  }

  @Test
  @DisplayName("DOC-62 absurd depth, size and values are refused, not run into")
  void absurd() {
    String open = "<elmo xmlns='https://github.com/emrex-eu/elmo-schemas/tree/v1'>";
    assertThatExceptionOfType(RegistrarException.Refused.class)
        .isThrownBy(
            () ->
                ElmoReader.read((open + "<report>".repeat(5000)).getBytes(StandardCharsets.UTF_8)));
    assertThatExceptionOfType(RegistrarException.Refused.class)
        .isThrownBy(() -> ElmoReader.read(new byte[ElmoElement.LARGEST + 1]));
    String plain =
        new String(ElmoWriter.write(SampleTwins.of(PLAIN)), StandardCharsets.UTF_8)
            .replace("<bday>2005-03-14", "<bday>14.03.2005");
    assertThatExceptionOfType(RegistrarException.Refused.class)
        .isThrownBy(() -> ElmoReader.read(plain.getBytes(StandardCharsets.UTF_8)));
  }

  private static Schema schema() {
    try {
      SchemaFactory factory = SchemaFactory.newDefaultInstance();
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      // neighbours of the schema on the class path, nothing from elsewhere
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file,jar");
      return factory.newSchema(ElmoWriter.class.getResource("elmo-written.xsd"));
    } catch (SAXException e) {
      throw new IllegalStateException(e);
    }
  }
}
