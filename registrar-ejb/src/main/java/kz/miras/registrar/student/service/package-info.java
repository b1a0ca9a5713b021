/** Students, groups and orders. */
package kz.miras.registrar.student.service;
