"""Moving in: what other programs wrote becomes content of this one, with every loss named."""
