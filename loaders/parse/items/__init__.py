"""What a review says was seen, asks for, and what was done: learning, recommendations, work, who is to do it."""
