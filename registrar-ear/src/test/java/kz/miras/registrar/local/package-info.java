/**
 * Starts and stops a real database and a real server on this machine: for {@code mvn -Prun} and for
 * the tests, with the same code.
 */
package kz.miras.registrar.local;
