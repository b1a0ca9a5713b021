package kz.miras.registrar.morning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.miras.registrar.morning.Journal.Line;
import kz.miras.registrar.morning.Journal.Told;

/**
 * The queue of an offering of one group, as students were told of it.
 *
 * @param places of those who wait at the end, by enrolment
 */
record QueueTold(Journal journal, Map<String, Integer> places) {

  /** Whoever came later and was served before. */
  List<String> jumps(String offering, List<Told> asked) {
    List<String> findings = new ArrayList<>();
    Comparator<Told> byAnswer = Comparator.comparingLong(Told::answered);
    List<Told> answered = asked.stream().sorted(byAnswer).toList();
    List<Told> sent = asked.stream().sorted(Comparator.comparingLong(Told::sent)).toList();
    int next = 0;
    boolean full = false;
    int last = -1;
    Set<String> seen = new HashSet<>();
    for (Told one : sent) {
      while (next < answered.size() && answered.get(next).answered() < one.sent()) {
        Line line = answered.get(next).line(offering);
        // where seats are given back, only whoever waits to the end has surely waited all the time
        full |=
            journal.isChanging()
                ? places.containsKey(String.valueOf(line.enrolment()))
                : !line.outcome().equals("ENROLLED") && !line.overlaps();
        last = Math.max(last, places.getOrDefault(String.valueOf(line.enrolment()), -1));
        next++;
      }
      Line line = one.line(offering);
      // an answer that was only repeated was decided at its first time
      boolean first = seen.add(one.key());
      if (first && full && line.outcome().equals("ENROLLED")) {
        findings.add("JUMP " + one.pupil().number() + " got a seat others wait for: " + offering);
      }
      if (first
          && line.outcome().equals("WAITLISTED")
          && places.getOrDefault(line.enrolment(), Integer.MAX_VALUE) < last) {
        findings.add("JUMP " + one.pupil().number() + " stands before an earlier one: " + offering);
      }
    }
    return findings;
  }
}
