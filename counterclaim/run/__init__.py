"""Runs the stages over inputs and keeps the store up to date."""
