/** Where the gateway of the government brings its messages. */
package kz.miras.registrar.correspondence.ws.ministry;
