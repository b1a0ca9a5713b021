package kz.miras.registrar.correspondence;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import kz.miras.registrar.shared.Keyed;

/** What a wording of replies may name of the letter it answers. */
public enum ReplyPlace implements Keyed {
  /** Number its sender gave it, else that of the office. */
  NUMBER,
  /** Day its sender dated it, else that of its registration. */
  DATE,
  SUBJECT,
  /** Its sender, to whom the reply goes. */
  ADDRESSEE;

  /** As it stands in braces. */
  public String tag() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The place of a tag; empty for none. */
  public static Optional<ReplyPlace> of(String tag) {
    return Arrays.stream(values()).filter(one -> one.tag().equals(tag)).findFirst();
  }

  @Override
  public String key() {
    return "correspondence.wording.place." + name();
  }
}
