"""The review queue: what a person should look at, sent out as rows and taken back as decisions. Pure."""
