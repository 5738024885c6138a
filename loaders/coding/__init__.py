"""code: themes of the codebook attached to passages, with cue, rule and polarity."""
