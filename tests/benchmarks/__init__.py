"""The measures of benchmarks/quality, tried on planted truth."""
