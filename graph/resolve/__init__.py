"""Resolve: which tellings are of one case, one review or one test; what is only possible stays apart."""
