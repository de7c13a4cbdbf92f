"""What goes on in time and is no incident: agreements, and who controls a place."""
