package kz.miras.registrar.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import kz.miras.registrar.shared.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoomFiguresTest {

  @ParameterizedTest
  @CsvSource({
    "0,1,0,30,1,''",
    "100000,100,100000,900,300,''",
    "-1,1,0,30,1,cap",
    "100001,1,0,30,1,cap",
    "0,0,0,30,1,share",
    "0,101,0,30,1,share",
    "0,1,-1,30,1,spare",
    "0,1,0,29,1,turn",
    "0,1,0,901,1,turn",
    "0,1,0,30,0,back",
    "0,1,0,30,301,back",
    "-1,0,-1,0,0,cap share spare turn back"
  })
  @DisplayName("ACC-10 figures that make no sense are refused, each beside its field")
  void soundFigures(int cap, int share, int spare, int turn, int back, String refused) {
    RoomFigures figures = new RoomFigures(RoomMode.AUTO, cap, share, spare, turn, back);
    assertThat(String.join(" ", figures.sound().refusals().stream().map(Refusal::field).toList()))
        .isEqualTo(refused);
  }

  @Test
  @DisplayName("ACC-10 the usual figures let half of what two processors can check come in")
  void usualPace() {
    assertThat(RoomFigures.USUAL.sound().isAllowed()).isTrue();
    RoomPace pace = RoomFigures.USUAL.pace(0.1, 2);
    assertThat(pace.perSecond()).isEqualTo(10);
    assertThat(pace.mode()).isEqualTo(RoomMode.AUTO);
    assertThat(pace.turn()).isEqualTo(Duration.ofMinutes(2));
  }
}
