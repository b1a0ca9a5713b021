package kz.miras.registrar.registration.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import kz.miras.registrar.registration.SectionKind;
import kz.miras.registrar.registration.service.TermOfferings.Offered;
import kz.miras.registrar.registration.service.TermOfferings.Part;
import kz.miras.registrar.shared.LocalizedText;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChosenWayTest {

  private static final UUID OFFERING = UUID.randomUUID();

  private static Part part(SectionKind kind, String code) {
    return new Part(1, kind, code, 30, 0, 0, null, List.of());
  }

  @ParameterizedTest(name = "group {0}, stream {1}: lectures {2}, groups {3}")
  @CsvSource({
    ", , L-1 L-2, G-1 G-2",
    "G-2, , L-1 L-2, G-2",
    ", L-2, L-2, G-1 G-2",
    "G-1, L-2, L-2, G-1"
  })
  @DisplayName("REG-3 what is named is certain, of all else any section may come")
  void whatMayCome(String group, String stream, String lectures, String groups) {
    Offered offered =
        new Offered(
            1,
            OFFERING,
            "MAT1-ru",
            "MAT1",
            LocalizedText.of("а", "б", "c"),
            5,
            "ru",
            List.of(
                part(SectionKind.LECTURE, "L-1"),
                part(SectionKind.LECTURE, "L-2"),
                part(SectionKind.GROUP, "G-1"),
                part(SectionKind.GROUP, "G-2"),
                part(SectionKind.SUBGROUP, "S-1")));
    ChosenWay way = new ChosenWay(OFFERING, group, stream);

    assertThat(ChosenWay.of(way.value())).isEqualTo(way);
    assertThat(way.parts(offered, SectionKind.LECTURE))
        .extracting(Part::code)
        .containsExactly(lectures.split(" "));
    assertThat(way.parts(offered, SectionKind.GROUP))
        .extracting(Part::code)
        .containsExactly(groups.split(" "));
    assertThat(way.parts(offered, SectionKind.SUBGROUP)).hasSize(1);
    assertThat(ChosenWay.streams(offered)).hasSize(2);
  }
}
