"""How a document is laid out: what it is, its headings, its lists, and under what each unit of text stands."""
