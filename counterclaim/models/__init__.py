"""Opens weights: the trained reader and the relevance filter. The only place that does."""
