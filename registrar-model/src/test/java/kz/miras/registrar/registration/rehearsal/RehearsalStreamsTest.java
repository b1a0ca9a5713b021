package kz.miras.registrar.registration.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Set;
import kz.miras.registrar.registration.SectionKind;
import kz.miras.registrar.registration.rehearsal.RehearsalReport.Cause;
import kz.miras.registrar.registration.rehearsal.RehearsalReport.Filled;
import kz.miras.registrar.registration.rehearsal.RehearsalReport.Lost;
import kz.miras.registrar.registration.rehearsal.RehearsalReport.Room;
import kz.miras.registrar.registration.rehearsal.RehearsalStudent.Option;
import kz.miras.registrar.registration.rehearsal.RehearsalStudent.Wish;
import kz.miras.registrar.registration.rule.WantedLine;
import kz.miras.registrar.shared.Language;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Lecture streams in a rehearsal: a student needs a seat in one, beside the seat in a group. */
class RehearsalStreamsTest extends RehearsalCase {

  @Test
  @DisplayName("a lecture and a seminar are both taken, and never at the same time")
  void everyKindOfSection() {
    offer(
        "MAT",
        RehearsalOffering.Part.of("L", SectionKind.LECTURE, 9, List.of(monday(9))),
        group("1", 9, monday(9)),
        group("2", 1, monday(11)));
    come("A", 1, wish("MAT"));
    come("B", 2, wish("MAT"));
    RehearsalReport report = run();
    assertThat(report.sections()).extracting(Filled::taken).containsExactly(1, 0, 1);
    assertThat(report.left()).hasSize(1);
    assertThat(offerings.get(0).seats()).isEqualTo(9);
  }

  @Test
  @DisplayName(
      "REG-3 reserved seats go to those they are kept for, and to all from their release on")
  void reservedSeats() {
    offerings.add(
        new RehearsalOffering(
            "MAT-ru",
            "MAT",
            Language.RU,
            List.of(
                new RehearsalOffering.Part(
                    "1",
                    SectionKind.GROUP,
                    List.of(),
                    List.of(
                        new RehearsalOffering.Pool(RehearsalOffering.ALL, 0, null),
                        new RehearsalOffering.Pool("6B06101", 2, OPENS.plusSeconds(60)))))));
    come("stranger", 1, wish("MAT"));
    students.add(
        new RehearsalStudent(
            "own", OPENS.plusSeconds(2), Set.of("6B06101"), facts(), List.of(wish("MAT"))));
    come("later", 60, wish("MAT"));
    assertThat(run().left()).extracting(RehearsalReport.Left::student).containsExactly("stranger");
  }

  @Test
  @DisplayName("a stream that fills is named as a stream, with when and after how many arrivals")
  void streamsFill() {
    offer("MAT", stream("П-1", 1), stream("П-2", 2), group("1", 9));
    for (int i = 1; i <= 4; i++) {
      come("S" + i, i, wish("MAT"));
    }

    RehearsalReport report = run();

    assertThat(report.sections())
        .containsExactly(
            new Filled("MAT-ru", "П-1", SectionKind.LECTURE, 1, 0, 1, OPENS.plusSeconds(2), 2),
            new Filled("MAT-ru", "П-2", SectionKind.LECTURE, 2, 0, 2, OPENS.plusSeconds(3), 3),
            new Filled("MAT-ru", "1", SectionKind.GROUP, 9, 0, 3, null, 0));
    assertThat(report.left())
        .flatExtracting(RehearsalReport.Left::lines)
        .containsExactly(new Lost("MAT", null, Cause.SEATS, null, List.of(SectionKind.LECTURE)));
  }

  @Test
  @DisplayName("seats and what is missing are told of streams and of groups, each for itself")
  void roomOfEachKind() {
    offer("MAT", stream("П-1", 1), stream("П-2", 1), group("1", 9));
    offer("WEB", stream("П", 9), group("1", 1), group("2", 1));
    for (int i = 1; i <= 5; i++) {
      come("S" + i, i, wish("MAT"), wish("WEB"));
    }

    assertThat(run().demand())
        .extracting(
            RehearsalReport.Demand::discipline,
            RehearsalReport.Demand::seats,
            RehearsalReport.Demand::missing,
            RehearsalReport.Demand::rooms)
        .containsExactly(
            tuple(
                "MAT",
                2,
                3,
                List.of(new Room(SectionKind.LECTURE, 2, 3), new Room(SectionKind.GROUP, 9, 0))),
            tuple(
                "WEB",
                2,
                3,
                List.of(new Room(SectionKind.LECTURE, 9, 0), new Room(SectionKind.GROUP, 2, 3))));
  }

  @Test
  @DisplayName(
      "who has planned a stream wants that one most; where it is full another does, and the report tells"
          + " how many named it")
  void namedStream() {
    offer("MAT", stream("П-1", 1), stream("П-2", 9), group("1", 9), group("2", 5));
    come("A", 1, named("MAT", "2", "П-1"));
    come("B", 2, named("MAT", null, "П-1"));

    RehearsalReport report = run();

    assertThat(report.served()).isEqualTo(2);
    assertThat(report.firstChoices()).isOne();
    assertThat(report.sections())
        .extracting(Filled::section, Filled::named, Filled::taken)
        .containsExactly(
            tuple("П-1", 2, 1), tuple("П-2", 0, 1), tuple("1", 0, 1), tuple("2", 1, 1));
  }

  private static RehearsalOffering.Part stream(String code, int seats) {
    return RehearsalOffering.Part.of(code, SectionKind.LECTURE, seats, List.of());
  }

  /** These sections most, or else any. */
  private static Wish named(String code, String group, String stream) {
    WantedLine line = WantedLine.of(code, 5).build();
    return new Wish(List.of(new Option(line, group, stream), Option.of(line)));
  }
}
