package kz.miras.registrar.shared.service;

import java.util.List;

/** The lists a capability shows; found by the office's list screen. */
public interface ListSource {

  /** In the order they should appear. */
  List<ListView> lists();

  /** Which of their rows wait for somebody. */
  default List<Due> dues() {
    return List.of();
  }
}
