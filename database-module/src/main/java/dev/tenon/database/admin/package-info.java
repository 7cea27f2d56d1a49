/** What tools, such as the command line, do with the databases of modules that do not run. */
package dev.tenon.database.admin;
