/** The student's card and orders. */
package kz.miras.registrar.student.web;
