/** Entering orders about students. */
package kz.miras.registrar.student.web;
