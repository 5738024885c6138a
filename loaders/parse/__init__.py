"""parse: blocks to records, by what sections mean."""
