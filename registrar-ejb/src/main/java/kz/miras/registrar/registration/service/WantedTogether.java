package kz.miras.registrar.registration.service;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import kz.miras.registrar.registration.rule.WantedLine;

/**
 * REG-17. The wishes of one request stand for each other as corequisites, whichever comes first. So
 * they are judged in turn as if all of them were taken, and once more without those that were
 * refused, until nothing that is taken needs one that is not.
 */
final class WantedTogether {

  private WantedTogether() {}

  /**
   * Judges all wishes of a request.
   *
   * @param all judges each wish, in their order, and has the picture accept it where it is allowed;
   *     asked more than once where a corequisite is lost
   */
  static <D> List<D> judge(
      TermPicture picture, List<Wish> wishes, Supplier<List<D>> all, Predicate<D> allowed) {
    List<WantedLine> lines = wishes.stream().map(wish -> picture.line(wish, List.of())).toList();
    Set<String> together = new HashSet<>();
    lines.forEach(line -> together.add(line.discipline()));
    while (true) {
      picture.begin(together);
      List<D> judged = all.get();
      Set<String> lost = new HashSet<>();
      Set<String> needed = new HashSet<>();
      for (int i = 0; i < lines.size(); i++) {
        if (allowed.test(judged.get(i))) {
          needed.addAll(lines.get(i).corequisites().keySet());
        } else {
          lost.add(lines.get(i).discipline());
        }
      }
      lost.retainAll(together);
      lost.retainAll(needed);
      if (lost.isEmpty()) {
        return judged;
      }
      together.removeAll(lost);
    }
  }
}
