"""Claims of many documents brought together to incidents, and how they relate."""
