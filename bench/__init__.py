"""How fast and how large Hexapla is, beside simpler ways to the same task: `make bench`."""
