"""What surrounds one open office: rail, bars, steps, exports, long work."""
