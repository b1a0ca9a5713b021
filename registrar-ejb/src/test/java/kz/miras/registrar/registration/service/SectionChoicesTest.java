package kz.miras.registrar.registration.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kz.miras.registrar.registration.Offering;
import kz.miras.registrar.registration.Section;
import kz.miras.registrar.registration.SectionKind;
import kz.miras.registrar.registration.SectionStatus;
import kz.miras.registrar.shared.Language;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SectionChoicesTest {

  private final Offering offering = new Offering(1, 2, "MAT101-kk", Language.KK);
  private final List<Section> sections = new ArrayList<>();

  @Test
  @DisplayName("REG-3 a place in the stream, the group and the subgroup, in every combination")
  void onePlaceInEachKind() throws Exception {
    add(SectionKind.LECTURE, "L1");
    add(SectionKind.GROUP, "G1");
    add(SectionKind.GROUP, "G2");
    add(SectionKind.SUBGROUP, "S1");
    add(SectionKind.SUBGROUP, "S2");
    assertThat(choices()).containsExactly("L1 G1 S1", "L1 G1 S2", "L1 G2 S1", "L1 G2 S2");
  }

  @Test
  @DisplayName("REG-3 the group that was asked for, and no other")
  void theGroupAskedFor() throws Exception {
    add(SectionKind.GROUP, "G1");
    Section wanted = add(SectionKind.GROUP, "G2");
    assertThat(choices(wanted.getId())).containsExactly("G2");
    assertThat(choices(99L)).isEmpty();
  }

  @Test
  @DisplayName(
      "REG-3 the stream that was asked for, and the group with it; no other where it closed")
  void theStreamAskedFor() throws Exception {
    add(SectionKind.LECTURE, "L1");
    Section wanted = add(SectionKind.LECTURE, "L2");
    Section group = add(SectionKind.GROUP, "G1");
    add(SectionKind.GROUP, "G2");
    assertThat(choices()).containsExactly("L1 G1", "L1 G2", "L2 G1", "L2 G2");
    assertThat(choices(wanted.getId())).as("any group").containsExactly("L2 G1", "L2 G2");
    assertThat(choices(group.getId())).as("any stream").containsExactly("L1 G1", "L2 G1");
    assertThat(choices(wanted.getId(), group.getId())).containsExactly("L2 G1");
    wanted.become(SectionStatus.CLOSED);
    assertThat(choices(wanted.getId())).isEmpty();
  }

  @Test
  @DisplayName("REG-3 without an open group nobody gets a place; closed sections give none")
  void closedSectionsGiveNoPlace() throws Exception {
    add(SectionKind.LECTURE, "L1");
    assertThat(choices()).isEmpty();
    add(SectionKind.GROUP, "G1").become(SectionStatus.CANCELLED);
    assertThat(choices()).isEmpty();
    add(SectionKind.GROUP, "G2");
    add(SectionKind.SUBGROUP, "S1").become(SectionStatus.CLOSED);
    assertThat(choices()).containsExactly("L1 G2");
  }

  @Test
  @DisplayName("REG-3 very many sections do not make endlessly many combinations")
  void notEndless() throws Exception {
    for (int i = 0; i < 60; i++) {
      add(SectionKind.LECTURE, "L" + i);
      add(SectionKind.GROUP, "G" + i);
      add(SectionKind.SUBGROUP, "S" + i);
    }
    assertThat(SectionChoices.of(sections, Set.of(), section -> 1)).hasSizeLessThanOrEqualTo(300);
  }

  @Test
  @DisplayName("REG-3 the only group with seats is found behind any number of full ones")
  void theRoomiestFirst() throws Exception {
    for (int i = 0; i < 40; i++) {
      add(SectionKind.GROUP, "G" + i);
      add(SectionKind.SUBGROUP, "S" + i);
    }
    Set<String> free = Set.of("G39", "S38");
    assertThat(SectionChoices.of(sections, Set.of(), one -> free.contains(one.getCode()) ? 2 : 0))
        .first()
        .satisfies(
            choice ->
                assertThat(choice).extracting(Section::getCode).containsExactly("G39", "S38"));
  }

  @Test
  @DisplayName("REG-33 whoever has to wait for any group waits where fewest do")
  void theShortestQueue() throws Exception {
    Section longer = add(SectionKind.GROUP, "G1");
    Section shorter = add(SectionKind.GROUP, "G2");
    SeatHints hints =
        new SeatHints(
            Map.of(
                new SeatBook.Key(longer.getId(), SeatBook.ALL), new SeatHints.Seen(5, 5, 3),
                new SeatBook.Key(shorter.getId(), SeatBook.ALL), new SeatHints.Seen(5, 5, 2)));
    assertThat(hints.combinations(sections, Set.of(), Map.of()))
        .containsExactly(List.of(shorter), List.of(longer));
  }

  private List<String> choices(Long... named) {
    return SectionChoices.of(sections, Set.of(named), section -> 1).stream()
        .map(choice -> choice.stream().map(Section::getCode).collect(Collectors.joining(" ")))
        .toList();
  }

  private Section add(SectionKind kind, String code) throws ReflectiveOperationException {
    Section section = new Section(offering, kind, code);
    // the key that storing would give
    Field id = Section.class.getDeclaredField("id");
    id.setAccessible(true);
    id.set(section, (long) sections.size() + 1);
    sections.add(section);
    return section;
  }
}
