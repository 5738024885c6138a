"""Printed figures: what is counted, out of what, of which group."""
