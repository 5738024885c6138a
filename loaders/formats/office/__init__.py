"""What Word, PowerPoint and Excel files have in common: what they must not do, and what they draw."""
