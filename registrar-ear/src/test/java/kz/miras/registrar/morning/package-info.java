/**
 * A registration morning: many students who submit their plans at once, and somebody who checks the
 * database afterwards and knows nothing of the product but its tables.
 */
package kz.miras.registrar.morning;
