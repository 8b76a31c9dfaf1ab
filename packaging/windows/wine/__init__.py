"""Run the Windows program on Debian under Wine: prepare, run, test, build and prove it."""
