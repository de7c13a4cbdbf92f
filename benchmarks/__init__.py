"""Measured quality and speed, never run as tests of time."""
