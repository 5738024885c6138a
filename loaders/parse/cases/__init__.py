"""Cases and children: where one is named, and what is stated of it."""
