package kz.miras.registrar.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import kz.miras.registrar.access.Steering;
import kz.miras.registrar.bench.ArrivalStorm.Answer;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A small storm of arrivals; the large one is in the bench. */
@ExtendWith(ServerExtension.class)
class ArrivalStormIT {

  @Test
  @DisplayName("ACC-10 a thousand arrive within four seconds: none is lost, the order is kept")
  void aThousandArrive(TestServer server) throws Exception {
    try (Steering steering = new Steering(server);
        ArrivalStorm storm = new ArrivalStorm(server.url())) {
      steering.nobodyIsSpare(600);
      List<Answer> people = storm.arrive(1000, Duration.ofSeconds(4));
      assertThat(people).allMatch(one -> one.status() == 200 && one.ticket() != null);
      assertThat(people).extracting(Answer::place).doesNotHaveDuplicates();
      assertThat(ArrivalStorm.jumps(people)).isEmpty();
      List<Answer> waiting =
          people.stream()
              .filter(Answer::waits)
              .sorted(Comparator.comparingLong(Answer::place))
              .toList();
      assertThat(waiting).hasSizeGreaterThan(800).noneMatch(Answer::session);

      List<Answer> asked = storm.ask(waiting, Duration.ofSeconds(4));
      assertThat(asked).allMatch(one -> one.status() == 200);
      assertThat(ArrivalStorm.moved(waiting, asked)).as("told another place").isZero();
    }
  }

  @Test
  @DisplayName("ACC-10 the journal's reader finds a place given past somebody who was there before")
  void aJumpIsFound() {
    Answer first = new Answer(0, 0, 10, 200, "t", 7, false, true);
    Answer together = new Answer(0, 5, 20, 200, "t", 6, false, true);
    Answer later = new Answer(0, 30, 40, 200, "t", 8, false, true);
    assertThat(ArrivalStorm.jumps(List.of(first, together, later))).isEmpty();
    Answer jumper = new Answer(0, 30, 40, 200, "t", 5, false, true);
    assertThat(ArrivalStorm.jumps(List.of(first, together, jumper))).hasSize(1);
  }
}
