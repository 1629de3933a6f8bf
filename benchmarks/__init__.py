"""The measured comparisons: `make bench` builds the data, measures everything side by side and writes one table."""
