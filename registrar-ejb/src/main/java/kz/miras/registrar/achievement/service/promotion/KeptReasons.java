package kz.miras.registrar.achievement.service.promotion;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.service.Json;

/** Reasons as they are kept beside a line: by code and figures, in the words of no language. */
final class KeptReasons {

  private KeptReasons() {}

  /** One of them; figures are numbers and texts. */
  record Kept(String code, String rule, List<Serializable> args) {}

  static String write(List<Refusal> reasons) {
    return Json.write(
        reasons.stream().map(one -> new Kept(one.code(), one.rule(), one.args())).toList());
  }

  static List<Refusal> read(String kept) {
    return Arrays.stream(Json.read(kept, Kept[].class))
        .map(one -> new Refusal(one.code(), one.rule(), "", one.args()))
        .toList();
  }
}
