/** Students over REST. */
package kz.miras.registrar.student.ws;
