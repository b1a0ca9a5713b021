package kz.miras.registrar.frame.web;

import java.io.Serializable;

/**
 * A screen that shows a long list part by part.
 *
 * @param <V> what it shows, a part of the list in it
 */
public abstract class Paged<V> implements Serializable {

  private static final long serialVersionUID = 1L;

  private final int page;
  private int from;
  private transient V view;

  /**
   * A screen.
   *
   * @param page rows of a part
   */
  protected Paged(int page) {
    this.page = page;
  }

  /**
   * Reads a part.
   *
   * @param from rows before its first
   * @param most rows it may have
   */
  protected abstract V read(int from, int most);

  /** Rows there are altogether. */
  protected abstract int found(V view);

  /** Rows of the part that is shown. */
  protected abstract int listed(V view);

  /** What is shown, read once until it is to be read anew. */
  public V getView() {
    if (view == null) {
      view = read(from, page);
    }
    return view;
  }

  /** Forgets what was read. */
  protected void anew() {
    view = null;
  }

  public void further() {
    from += page;
    anew();
  }

  public void back() {
    from = Math.max(0, from - page);
    anew();
  }

  public boolean isMore() {
    return from + page < found(getView());
  }

  /** Number of the first row shown, from 1; 0 where there is none. */
  public int getFirst() {
    return found(getView()) == 0 ? 0 : from + 1;
  }

  /** Number of the last row shown. */
  public int getLast() {
    return from + listed(getView());
  }

  /** Rows before the first one shown. */
  public int getFrom() {
    return from;
  }
}
