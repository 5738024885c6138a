"""show: pages, terminal text and workbooks. The only place that imports pyvis, docx or openpyxl."""
