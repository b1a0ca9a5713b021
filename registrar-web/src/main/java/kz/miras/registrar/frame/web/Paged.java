package kz.miras.registrar.frame.web;

import java.io.Serializable;

/** A screen that shows a long list part by part. */
public abstract class Paged implements Serializable {

  private static final long serialVersionUID = 1L;

  private int from;

  /** Rows of a part. */
  protected abstract int page();

  /** Rows there are altogether. */
  protected abstract int found();

  /** Rows that are shown now. */
  protected abstract int listed();

  /** Forgets what was read: another part is asked for. */
  protected abstract void turned();

  public void further() {
    from += page();
    turned();
  }

  public void back() {
    from = Math.max(0, from - page());
    turned();
  }

  public boolean isMore() {
    return from + page() < found();
  }

  /** Number of the first row shown, from 1; 0 where there is none. */
  public int getFirst() {
    return found() == 0 ? 0 : from + 1;
  }

  /** Number of the last row shown. */
  public int getLast() {
    return from + listed();
  }

  /** Rows before the first one shown. */
  public int getFrom() {
    return from;
  }
}
