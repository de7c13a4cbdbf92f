"""Claims out of passages: attribution, speakers, stance, modality, figures, events."""
