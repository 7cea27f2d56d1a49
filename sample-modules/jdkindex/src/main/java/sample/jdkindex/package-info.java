/** What is in the index, and how it is searched. */
package sample.jdkindex;
