package kz.miras.registrar.frame.web;

import jakarta.faces.context.FacesContext;
import java.io.Serializable;
import java.util.AbstractMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Texts beside fields that stand in one answer and in no later one. A screen keeps what it was told
 * until its action runs again, and it does not run while another field is unreadable or another
 * form is sent: what was filled since would go on being refused.
 */
final class ToldOnce extends AbstractMap<String, String> implements Serializable {

  private static final long serialVersionUID = 1L;

  private final HashMap<String, String> texts;

  /** Known to the answer alone; lost with everything that outlives it. */
  private final transient Object mark = new Object();

  ToldOnce(Map<String, String> texts) {
    this.texts = new HashMap<>(texts);
    answer().put(mark, this);
  }

  @Override
  public Set<Map.Entry<String, String>> entrySet() {
    return answer().containsKey(mark) ? texts.entrySet() : Set.of();
  }

  private static Map<Object, Object> answer() {
    return FacesContext.getCurrentInstance().getAttributes();
  }
}
