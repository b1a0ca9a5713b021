/** Cases of partners: submitted by their messages, decided by the office. */
package kz.miras.registrar.correspondence.service.exchange;
