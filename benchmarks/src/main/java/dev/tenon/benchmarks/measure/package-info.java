/** What every benchmark needs: figures of several runs, temporary folders, progress. */
package dev.tenon.benchmarks.measure;
