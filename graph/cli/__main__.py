"""`python -m graph.cli`: the same as `goldenthread`."""

from graph.cli import main

main()
